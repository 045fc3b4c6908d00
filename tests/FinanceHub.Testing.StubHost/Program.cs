using FinanceHub.Testing.StubHost;

// Nothing that a stub does not use, and nothing that is made by reflection: hundreds of them are started.
var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { Args = args });
builder.Configuration.AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().AddCommandLine(args);
builder.WebHost.UseKestrelCore();
builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(25));
var options = builder.Configuration.GetSection("Stub").Get<StubOptions>() ?? new StubOptions();
var release = ReleaseFile.Read();
release = release with { ReleaseId = options.ReleaseId ?? release.ReleaseId };

using var termination = Faults.IgnoreTermination(options);
await Faults.BeforeListeningAsync(options);

var app = builder.Build();
app.UseWebSockets();
var faults = new RequestFaults(options, release.ReleaseId);
app.Use(faults.InvokeAsync);
var database = Database.Of(app.Configuration);
app.Run(new Endpoints(options, release, database).AnswerAsync);
await app.StartAsync();
var working = WorkerJobs.RunAsync(options, release, database, app.Lifetime.ApplicationStopping);
var crash = Faults.AfterListeningAsync(options, app.Lifetime.ApplicationStopping);
if (options.IgnoreSigterm)
    await Task.Delay(Timeout.Infinite);
await app.WaitForShutdownAsync();
await crash;
await working;

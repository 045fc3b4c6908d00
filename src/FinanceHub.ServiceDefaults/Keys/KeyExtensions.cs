using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FinanceHub.ServiceDefaults;

/// <summary>Keys for tokens and cookies.</summary>
public static class KeyExtensions
{
    /// <summary>Part of every key: a change would make all tokens and cookies unreadable.</summary>
    private const string ApplicationName = "FinanceHub";

    /// <summary>Keeps the keys of this service in a directory of its own below <see cref="KeyOptions.KeyDirectory"/>.</summary>
    /// <remarks>Of its own: api and web start together, and on the first start each would make a key that the other has not loaded.</remarks>
    public static WebApplicationBuilder AddSharedKeys(this WebApplicationBuilder builder, string serviceId)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddServiceOptions<KeyOptions>();
        builder.Services.AddDataProtection().SetApplicationName(ApplicationName);
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(services =>
            new ConfigureOptions<KeyManagementOptions>(options => Configure(options, services, serviceId)));
        return builder;
    }

    private static void Configure(KeyManagementOptions options, IServiceProvider services, string serviceId)
    {
        var root = services.GetRequiredService<IOptions<KeyOptions>>().Value.KeyDirectory;
        if (root.Length == 0)
            return;

        var directory = Directory.CreateDirectory(Path.Combine(root, serviceId));
        if (!OperatingSystem.IsWindows())
            directory.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        options.XmlRepository = new FileSystemXmlRepository(directory, services.GetRequiredService<ILoggerFactory>());
    }
}

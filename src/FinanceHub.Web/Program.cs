using FinanceHub.ServiceDefaults;
using FinanceHub.Web;
using FinanceHub.Web.Accounts;
using FinanceHub.Web.Api;
using FinanceHub.Web.Imports;
using FinanceHub.Web.Security;

return await ServiceProgram.RunAsync(() =>
{
    var builder = WebApplication.CreateSlimBuilder(WebService.Options(args));
    builder.AddServiceDefaults(WebService.Id);
    builder.AddSharedKeys(WebService.Id);
    builder.Services.AddApiClient();
    builder.Services.AddSessionCookie();
    builder.Services.AddPages();

    var app = builder.Build();
    app.UseRequestIds();
    app.UseGatewayHeaders();
    app.UseSecurityHeaders();
    app.UseErrorPages();
    app.UseAssets();
    app.UseAuthentication();
    app.UseAuthorization();
    app.UseUploadLimit();
    app.UseAntiforgery();
    app.MapServiceDefaults();
    app.MapSignOut();
    app.MapExports();
    app.MapPages();
    return app;
});

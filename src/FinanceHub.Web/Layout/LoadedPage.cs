using FinanceHub.Web.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace FinanceHub.Web.Layout;

/// <summary>A page for users that loads what it shows first, and renders then: half of it would say that something is missing.</summary>
[Authorize]
public abstract class LoadedPage : ComponentBase
{
    private Task? _loading;

    /// <summary>The request.</summary>
    [CascadingParameter]
    protected HttpContext Context { get; set; } = null!;

    [Inject]
    private protected ApiClient Api { get; set; } = null!;

    [Inject]
    private protected NavigationManager Navigation { get; set; } = null!;

    /// <inheritdoc/>
    public sealed override Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        return _loading ??= LoadAndRenderAsync();
    }

    /// <summary>What the page shows.</summary>
    protected abstract Task LoadAsync();

    /// <summary>What was sent is refused: the page is shown again, and says why.</summary>
    private protected void Refuse(ApiProblem? problem = null) =>
        Context.Response.StatusCode = problem is null ? StatusCodes.Status400BadRequest : (int)problem.Status;

    private async Task LoadAndRenderAsync()
    {
        await LoadAsync();
        await base.SetParametersAsync(ParameterView.Empty);
    }
}

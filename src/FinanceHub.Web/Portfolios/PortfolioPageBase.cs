using FinanceHub.Web.Api;
using FinanceHub.Web.Layout;
using Microsoft.AspNetCore.Components;

namespace FinanceHub.Web.Portfolios;

/// <summary>A page of one portfolio: finds it first, and loads the rest only if it is the user's.</summary>
public abstract class PortfolioPageBase : LoadedPage
{
    /// <summary>The portfolio of the address.</summary>
    [Parameter]
    public Guid Id { get; set; }

    /// <summary>Null if the user has none of this id.</summary>
    protected Portfolio? Portfolio { get; private set; }

    /// <inheritdoc/>
    protected sealed override async Task LoadAsync()
    {
        Portfolio = await Api.FindPortfolioAsync(Id);
        if (Portfolio is not null)
            await LoadAsync(Portfolio);
    }

    /// <summary>What the page shows beside the portfolio's name.</summary>
    protected virtual Task LoadAsync(Portfolio portfolio) => Task.CompletedTask;
}

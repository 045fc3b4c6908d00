using FinanceHub.Data.Users;
using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Ledgers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FinanceHub.Data.Portfolios;

internal sealed class PortfolioMapping : IEntityTypeConfiguration<PortfolioEntity>, IEntityTypeConfiguration<ActivityEntity>, IEntityTypeConfiguration<AccountEntity>
{
    public void Configure(EntityTypeBuilder<PortfolioEntity> builder)
    {
        builder.ToTable("Portfolios");
        builder.Property(portfolio => portfolio.Id).ValueGeneratedNever();
        builder.Property(portfolio => portfolio.Name).HasMaxLength(PortfolioRules.LongestName);
        builder.Property(portfolio => portfolio.Currency).HasMaxLength(3);
        builder.Property(portfolio => portfolio.Revision).IsConcurrencyToken();
        // Portfolios from before there was a choice are accounted for as they were.
        builder.Property(portfolio => portfolio.CostMethod).HasDefaultValue(CostMethod.Fifo).HasSentinel((CostMethod)0);
        builder.HasIndex(portfolio => portfolio.OwnerId);
        builder.HasIndex(portfolio => portfolio.StaleFrom);
        builder.HasOne<User>().WithMany().HasForeignKey(portfolio => portfolio.OwnerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(portfolio => portfolio.Activities).WithOne().HasForeignKey(activity => activity.PortfolioId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ActivityEntity> builder)
    {
        builder.ToTable("Activities");
        builder.Property(activity => activity.Id).ValueGeneratedNever();
        builder.Property(activity => activity.Currency).HasMaxLength(3);
        builder.Property(activity => activity.FeeCurrency).HasMaxLength(3);
        builder.Property(activity => activity.Account).HasMaxLength(AccountName.Longest);
        builder.Property(activity => activity.ToAccount).HasMaxLength(AccountName.Longest);
        // For the release before, which does not know the column.
        builder.Property(activity => activity.Revision).HasDefaultValue(0L);
        builder.Property(activity => activity.Note).HasMaxLength(PortfolioRules.LongestNote);
        builder.Property(activity => activity.ExternalId).HasMaxLength(PortfolioRules.LongestExternalId);
        builder.Property(activity => activity.Exchange).HasMaxLength(ActivityRules.LongestExchange);
        builder.Property(activity => activity.Symbol).HasMaxLength(ActivityRules.LongestSymbol);
        builder.HasIndex(activity => new { activity.PortfolioId, activity.Sequence }).IsUnique();
        builder.HasIndex(activity => new { activity.PortfolioId, activity.Date });
        builder.HasIndex(activity => new { activity.PortfolioId, activity.ExternalId }).IsUnique();
        builder.HasIndex(activity => new { activity.Symbol, activity.Date });
    }

    public void Configure(EntityTypeBuilder<AccountEntity> builder)
    {
        builder.ToTable("Accounts");
        builder.Property(account => account.Id).ValueGeneratedNever();
        builder.Property(account => account.Name).HasMaxLength(AccountName.Longest);
        // For the release before, which does not know the column.
        builder.Property(account => account.Revision).HasDefaultValue(0L);
        builder.HasIndex(account => new { account.PortfolioId, account.Name }).IsUnique();
        builder.HasOne<PortfolioEntity>().WithMany().HasForeignKey(account => account.PortfolioId).OnDelete(DeleteBehavior.Cascade);
    }
}

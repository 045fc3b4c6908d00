using FinanceHub.Data.Users;
using FinanceHub.Domain.Activities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FinanceHub.Data.Portfolios;

internal sealed class PortfolioMapping : IEntityTypeConfiguration<PortfolioEntity>, IEntityTypeConfiguration<ActivityEntity>
{
    public void Configure(EntityTypeBuilder<PortfolioEntity> builder)
    {
        builder.ToTable("Portfolios");
        builder.Property(portfolio => portfolio.Id).ValueGeneratedNever();
        builder.Property(portfolio => portfolio.Name).HasMaxLength(PortfolioRules.LongestName);
        builder.Property(portfolio => portfolio.Currency).HasMaxLength(3);
        builder.Property(portfolio => portfolio.Revision).IsConcurrencyToken();
        builder.HasIndex(portfolio => portfolio.OwnerId);
        builder.HasOne<User>().WithMany().HasForeignKey(portfolio => portfolio.OwnerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(portfolio => portfolio.Activities).WithOne().HasForeignKey(activity => activity.PortfolioId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ActivityEntity> builder)
    {
        builder.ToTable("Activities");
        builder.Property(activity => activity.Id).ValueGeneratedNever();
        builder.Property(activity => activity.Currency).HasMaxLength(3);
        builder.Property(activity => activity.Symbol).HasMaxLength(ActivityRules.LongestSymbol);
        builder.HasIndex(activity => new { activity.PortfolioId, activity.Sequence }).IsUnique();
        builder.HasIndex(activity => new { activity.PortfolioId, activity.Date });
    }
}

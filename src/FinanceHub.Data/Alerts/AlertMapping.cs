using FinanceHub.Data.Prices;
using FinanceHub.Data.Users;
using FinanceHub.Domain.Activities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FinanceHub.Data.Alerts;

internal sealed class AlertMapping : IEntityTypeConfiguration<AlertEntity>, IEntityTypeConfiguration<AlertEventEntity>
{
    public void Configure(EntityTypeBuilder<AlertEntity> builder)
    {
        builder.ToTable("Alerts");
        builder.Property(alert => alert.Id).ValueGeneratedNever();
        builder.Property(alert => alert.Symbol).HasMaxLength(ActivityRules.LongestSymbol);
        builder.Property(alert => alert.Revision).IsConcurrencyToken();
        builder.HasIndex(alert => alert.OwnerId);
        builder.HasIndex(alert => new { alert.Symbol, alert.Enabled });
        builder.HasOne<User>().WithMany().HasForeignKey(alert => alert.OwnerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<InstrumentEntity>().WithMany().HasForeignKey(alert => alert.Symbol).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<AlertEventEntity> builder)
    {
        builder.ToTable("AlertEvents");
        builder.Property(fired => fired.Id).ValueGeneratedNever();
        builder.Property(fired => fired.Symbol).HasMaxLength(ActivityRules.LongestSymbol);
        builder.HasIndex(fired => new { fired.OwnerId, fired.FiredAt });
        // Once for each price, whoever evaluates it and how often.
        builder.HasIndex(fired => new { fired.AlertId, fired.PriceDate }).IsUnique();
        builder.HasOne<User>().WithMany().HasForeignKey(fired => fired.OwnerId).OnDelete(DeleteBehavior.Cascade);
    }
}

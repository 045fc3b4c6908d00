using FinanceHub.Data.Prices;
using FinanceHub.Data.Users;
using FinanceHub.Domain.Activities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FinanceHub.Data.Watchlists;

internal sealed class WatchlistMapping : IEntityTypeConfiguration<WatchlistEntity>, IEntityTypeConfiguration<WatchlistItemEntity>
{
    public void Configure(EntityTypeBuilder<WatchlistEntity> builder)
    {
        builder.ToTable("Watchlists");
        builder.Property(list => list.Id).ValueGeneratedNever();
        builder.Property(list => list.Name).HasMaxLength(WatchlistEntity.LongestName);
        builder.Property(list => list.Revision).IsConcurrencyToken();
        builder.HasIndex(list => new { list.OwnerId, list.Name }).IsUnique();
        builder.HasOne<User>().WithMany().HasForeignKey(list => list.OwnerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(list => list.Items).WithOne().HasForeignKey(item => item.WatchlistId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<WatchlistItemEntity> builder)
    {
        builder.ToTable("WatchlistItems");
        builder.HasKey(item => new { item.WatchlistId, item.Symbol });
        builder.Property(item => item.Symbol).HasMaxLength(ActivityRules.LongestSymbol);
        builder.HasOne<InstrumentEntity>().WithMany().HasForeignKey(item => item.Symbol).OnDelete(DeleteBehavior.Cascade);
    }
}

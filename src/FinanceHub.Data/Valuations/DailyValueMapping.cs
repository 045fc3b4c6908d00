using FinanceHub.Data.Portfolios;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FinanceHub.Data.Valuations;

internal sealed class DailyValueMapping : IEntityTypeConfiguration<DailyValueEntity>
{
    public void Configure(EntityTypeBuilder<DailyValueEntity> builder)
    {
        builder.ToTable("DailyValues");
        builder.HasKey(value => new { value.PortfolioId, value.Date });
        builder.Property(value => value.Reason).HasMaxLength(500);
        builder.HasOne<PortfolioEntity>().WithMany().HasForeignKey(value => value.PortfolioId).OnDelete(DeleteBehavior.Cascade);
    }
}

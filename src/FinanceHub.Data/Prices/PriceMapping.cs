using FinanceHub.Domain.Activities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FinanceHub.Data.Prices;

internal sealed class PriceMapping : IEntityTypeConfiguration<InstrumentEntity>, IEntityTypeConfiguration<PriceEntity>
{
    public void Configure(EntityTypeBuilder<InstrumentEntity> builder)
    {
        builder.ToTable("Instruments");
        builder.HasKey(instrument => instrument.Symbol);
        builder.Property(instrument => instrument.Symbol).HasMaxLength(ActivityRules.LongestSymbol);
        builder.Property(instrument => instrument.Name).HasMaxLength(200);
        builder.Property(instrument => instrument.Currency).HasMaxLength(3);
    }

    public void Configure(EntityTypeBuilder<PriceEntity> builder)
    {
        builder.ToTable("Prices");
        builder.HasKey(price => new { price.Symbol, price.Date });
        builder.Property(price => price.Symbol).HasMaxLength(ActivityRules.LongestSymbol);
        builder.HasOne<InstrumentEntity>().WithMany().HasForeignKey(price => price.Symbol).OnDelete(DeleteBehavior.Cascade);
    }
}

using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Instruments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FinanceHub.Data.Prices;

internal sealed class PriceMapping : IEntityTypeConfiguration<InstrumentEntity>, IEntityTypeConfiguration<PriceEntity>, IEntityTypeConfiguration<ExchangeRateEntity>
{
    public void Configure(EntityTypeBuilder<InstrumentEntity> builder)
    {
        builder.ToTable("Instruments");
        builder.HasKey(instrument => instrument.Symbol);
        builder.Property(instrument => instrument.Symbol).HasMaxLength(ActivityRules.LongestSymbol);
        builder.Property(instrument => instrument.Name).HasMaxLength(200);
        builder.Property(instrument => instrument.Currency).HasMaxLength(3);
        builder.Property(instrument => instrument.AssetClass).HasDefaultValue(AssetClass.Other);
    }

    public void Configure(EntityTypeBuilder<PriceEntity> builder)
    {
        builder.ToTable("Prices");
        builder.HasKey(price => new { price.Symbol, price.Date });
        builder.Property(price => price.Symbol).HasMaxLength(ActivityRules.LongestSymbol);
        builder.HasOne<InstrumentEntity>().WithMany().HasForeignKey(price => price.Symbol).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ExchangeRateEntity> builder)
    {
        builder.ToTable("ExchangeRates");
        builder.HasKey(rate => new { rate.Currency, rate.Date });
        builder.Property(rate => rate.Currency).HasMaxLength(3);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FinanceHub.Data.Portfolios;

internal sealed class ImportMapping : IEntityTypeConfiguration<ImportEntity>
{
    public void Configure(EntityTypeBuilder<ImportEntity> builder)
    {
        builder.ToTable("Imports");
        builder.Property(import => import.Id).ValueGeneratedNever();
        builder.Property(import => import.DateFormat).HasMaxLength(32);
        builder.HasIndex(import => import.PortfolioId);
        builder.HasIndex(import => import.ExpiresAt);
        builder.HasOne<PortfolioEntity>().WithMany().HasForeignKey(import => import.PortfolioId).OnDelete(DeleteBehavior.Cascade);
    }
}

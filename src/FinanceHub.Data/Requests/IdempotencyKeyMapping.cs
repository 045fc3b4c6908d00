using FinanceHub.Data.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FinanceHub.Data.Requests;

internal sealed class IdempotencyKeyMapping : IEntityTypeConfiguration<IdempotencyKeyEntity>
{
    public void Configure(EntityTypeBuilder<IdempotencyKeyEntity> builder)
    {
        builder.ToTable("IdempotencyKeys");
        builder.HasKey(key => new { key.OwnerId, key.Key });
        builder.Property(key => key.Key).HasMaxLength(IdempotencyKeyEntity.LongestKey);
        builder.Property(key => key.RequestHash).HasMaxLength(64);
        builder.HasIndex(key => key.CreatedAt);
        builder.HasOne<User>().WithMany().HasForeignKey(key => key.OwnerId).OnDelete(DeleteBehavior.Cascade);
    }
}

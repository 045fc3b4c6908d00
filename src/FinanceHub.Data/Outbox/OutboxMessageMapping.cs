using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FinanceHub.Data.Outbox;

internal sealed class OutboxMessageMapping : IEntityTypeConfiguration<OutboxMessageEntity>
{
    public void Configure(EntityTypeBuilder<OutboxMessageEntity> builder)
    {
        builder.ToTable("OutboxMessages");
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.Property(message => message.Kind).HasMaxLength(64);
        builder.Property(message => message.Subject).HasMaxLength(128);
        builder.Property(message => message.LastError).HasMaxLength(500);
        builder.HasIndex(message => new { message.Kind, message.Subject }).IsUnique();
        builder.HasIndex(message => new { message.DeliveredAt, message.NextAttemptAt });
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FinanceHub.Data.Workers;

internal sealed class WorkerHeartbeatMapping : IEntityTypeConfiguration<WorkerHeartbeatEntity>
{
    public void Configure(EntityTypeBuilder<WorkerHeartbeatEntity> builder)
    {
        builder.ToTable("WorkerHeartbeats");
        builder.HasKey(beat => beat.InstanceId);
        builder.Property(beat => beat.InstanceId).HasMaxLength(64);
        builder.Property(beat => beat.ReleaseId).HasMaxLength(128);
        builder.HasIndex(beat => beat.LastBeatAt);
    }
}

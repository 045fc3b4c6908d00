using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FinanceHub.Data.Jobs;

internal sealed class JobRunMapping : IEntityTypeConfiguration<JobRunEntity>
{
    public void Configure(EntityTypeBuilder<JobRunEntity> builder)
    {
        builder.ToTable("JobRuns");
        builder.HasKey(run => new { run.Kind, run.Subject });
        builder.Property(run => run.Kind).HasMaxLength(64);
        builder.Property(run => run.Subject).HasMaxLength(128);
        builder.Property(run => run.Message).HasMaxLength(500);
        builder.Property(run => run.InstanceId).HasMaxLength(64);
    }
}

using System.Text.Json;

namespace FinanceHub.Supervisor.Tests;

public class InstanceSpecTests
{
    [Fact]
    public void What_a_file_leaves_out_has_its_default()
    {
        var spec = JsonSerializer.Deserialize(
            """{"service":"api","releaseId":"r1","program":"/x/FinanceHub.Api.dll","restart":{"maxAttempts":2}}""",
            SupervisorJson.Default.InstanceSpec).ShouldNotBeNull();
        spec.Arguments.ShouldBeEmpty();
        spec.StopTimeoutSeconds.ShouldBe(30);
        spec.Restart.ShouldBe(new RestartPolicy { MaxAttempts = 2 });
        spec.Log.ShouldBe(new LogPolicy());
    }

    [Fact]
    public void A_status_is_read_back_as_it_was_written_with_lower_case_states()
    {
        var status = new InstanceStatus
        {
            State = InstanceState.Backoff,
            SupervisorPid = 1,
            ReleaseId = "r1",
            Since = DateTimeOffset.UnixEpoch,
            LastExit = new ChildExit(null, 9, DateTimeOffset.UnixEpoch),
            Reload = new ReloadStatus(2, ReloadOutcome.Failed, "because"),
        };
        var json = JsonSerializer.Serialize(status, SupervisorJson.Default.InstanceStatus);
        json.ShouldContain("\"state\": \"backoff\"");
        json.ShouldContain("\"outcome\": \"failed\"");
        var read = JsonSerializer.Deserialize(json, SupervisorJson.Default.InstanceStatus).ShouldNotBeNull();
        JsonSerializer.Serialize(read, SupervisorJson.Default.InstanceStatus).ShouldBe(json);
        read.LastExit.ShouldBe(status.LastExit);
    }

    [Fact]
    public void A_wrong_specification_is_refused_with_all_its_faults()
    {
        var spec = new InstanceSpec
        {
            Service = "api",
            ReleaseId = "r1",
            Program = "relative.dll",
            Listen = "nowhere",
            ReadyUrl = "ftp://x",
            StopTimeoutSeconds = 0,
        };
        var refusal = Should.Throw<SupervisorException>(() => SpecValidation.Require(spec));
        refusal.Fault.ShouldBe(SupervisorFault.InvalidSpec);
        refusal.ToString().ShouldBe(
            "The specification of instance 'api' is wrong: program 'relative.dll' is not an absolute path; listen 'nowhere' is not address:port; "
            + "readyUrl 'ftp://x' is not an absolute http address; stopTimeoutSeconds is 0, expected at least 1.");
    }
}

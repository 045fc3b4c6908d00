using System.Text.Json;
using FinanceHub.Gateway.Routing;

namespace FinanceHub.Gateway.Tests;

public class RouteValidationTests
{
    private static IReadOnlyList<string> Faults(string json) =>
        RouteValidation.Faults(JsonSerializer.Deserialize(json, GatewayJson.Default.RouteDocument).ShouldNotBeNull());

    [Fact]
    public void Good_routes_have_no_faults() => Faults(
        """
        {"releaseId":"r1","clusters":{
          "api":[{"address":"http://127.0.0.1:5001","weight":0,"releaseId":"r0"},{"address":"http://127.0.0.1:5002","releaseId":"r1"}],
          "web":[{"address":"http://web.internal:8080/","weight":1,"releaseId":"r1"}]}}
        """).ShouldBeEmpty();

    [Fact]
    public void All_faults_are_told_at_once() => Faults(
        """
        {"clusters":{
          "apis":[],
          "api":[{"address":"http://127.0.0.1:5001","weight":0,"releaseId":"r0"}],
          "web":[{"address":"https://x","weight":101,"releaseId":"r1"},{"address":"http://x/path","weight":-1},{"address":"http://y","weight":1,"releaseId":"r1"},{"address":"http://y","weight":1,"releaseId":"r1"}]}}
        """).ShouldBe([
            "releaseId is empty, expected the identifier of a release.",
            "clusters.apis is unknown, expected api and web.",
            "clusters.api has no destination with a weight above 0, expected at least one.",
            "clusters.web names http://y more than once.",
            "clusters.web[0].address is 'https://x', expected an absolute http address without a path such as http://127.0.0.1:5001.",
            "clusters.web[0].weight is 101, expected 0 to 100.",
            "clusters.web[1].address is 'http://x/path', expected an absolute http address without a path such as http://127.0.0.1:5001.",
            "clusters.web[1].weight is -1, expected 0 to 100.",
            "clusters.web[1].releaseId is empty, expected the identifier of a release.",
        ]);

    [Fact]
    public void A_release_has_the_same_share_of_both_clusters() =>
        Faults(
            """
            {"releaseId":"r1","clusters":{
              "api":[{"address":"http://127.0.0.1:5001","weight":75,"releaseId":"r1"},{"address":"http://127.0.0.1:5002","weight":25,"releaseId":"r2"}],
              "web":[{"address":"http://127.0.0.1:5003","weight":1,"releaseId":"r1"},{"address":"http://127.0.0.1:5004","weight":1,"releaseId":"r2"}]}}
            """).ShouldBe([
            "Release r1 has 75 % of clusters.api and 50 % of clusters.web, expected the same share.",
            "Release r2 has 25 % of clusters.api and 50 % of clusters.web, expected the same share.",
        ]);

    [Fact]
    public void A_missing_cluster_is_a_fault() =>
        Faults("""{"releaseId":"r1","clusters":{"api":[{"address":"http://127.0.0.1:5001","releaseId":"r1"}]}}""")
            .ShouldBe(["clusters.web has no destination with a weight above 0, expected at least one."]);
}

using System.Text.Json;

namespace Workbench.App.Tests.Search.Cluster;

/// <summary>The manifest of an Indexed Job. No cluster is here: its shape is held against the published models, its rules by ourselves.</summary>
public sealed class KubernetesJobTests
{
    static readonly string Manifest = KubernetesJob.Of(40, "data/sweeps/a/plan.json", new KubernetesTerms("sweep-a", "workbench:1", "lake", Parallelism: 100));

    [KubernetesFact]
    public void The_manifest_has_the_published_shape() => Assert.Empty(KubernetesModels.Problems(Manifest));

    [KubernetesFact]
    public void The_published_shape_finds_a_misspelt_field_and_a_wrong_type()
    {
        var problems = KubernetesModels.Problems(Manifest.Replace("\"completions\": 40", "\"completions\": \"40\"", StringComparison.Ordinal).Replace("\"image\"", "\"imgae\"", StringComparison.Ordinal));

        Assert.Equal(2, problems.Length);
        Assert.Contains(problems, problem => problem.Contains("spec.completions", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Contains("imgae", StringComparison.Ordinal));
    }

    [Fact]
    public void What_needs_an_index_has_one()
    {
        // Back-off per index and FailIndex are only allowed for an Indexed Job whose pods never restart in place.
        var spec = Spec();
        var pod = spec.GetProperty("template").GetProperty("spec");

        Assert.Equal("Indexed", spec.GetProperty("completionMode").GetString());
        Assert.Equal("Never", pod.GetProperty("restartPolicy").GetString());
        Assert.True(spec.TryGetProperty("backoffLimitPerIndex", out _));
        Assert.False(spec.TryGetProperty("backoffLimit", out _));
        Assert.InRange(spec.GetProperty("parallelism").GetInt32(), 1, spec.GetProperty("completions").GetInt32());
        Assert.InRange(spec.GetProperty("maxFailedIndexes").GetInt32(), 0, spec.GetProperty("completions").GetInt32());
    }

    [Fact]
    public void Its_failure_policy_names_its_container_and_only_permanent_exits()
    {
        var rules = Spec().GetProperty("podFailurePolicy").GetProperty("rules");
        var container = Spec().GetProperty("template").GetProperty("spec").GetProperty("containers")[0].GetProperty("name").GetString();
        var exits = rules[0].GetProperty("onExitCodes");

        Assert.Equal("FailIndex", rules[0].GetProperty("action").GetString());
        Assert.Equal(container, exits.GetProperty("containerName").GetString());
        Assert.Equal([64, 65, 66, 69, 78], exits.GetProperty("values").EnumerateArray().Select(value => value.GetInt32()));
        Assert.Equal("Ignore", rules[1].GetProperty("action").GetString());
        Assert.Equal("DisruptionTarget", rules[1].GetProperty("onPodConditions")[0].GetProperty("type").GetString());
    }

    [Fact]
    public void Its_worker_mounts_the_volume_it_writes_to()
    {
        var pod = Spec().GetProperty("template").GetProperty("spec");
        var worker = pod.GetProperty("containers")[0];
        var mount = worker.GetProperty("volumeMounts")[0];
        string[] words = [.. worker.GetProperty("args").EnumerateArray().Select(word => word.GetString()!)];

        Assert.Equal(pod.GetProperty("volumes")[0].GetProperty("name").GetString(), mount.GetProperty("name").GetString());
        Assert.StartsWith(mount.GetProperty("mountPath").GetString() + "/", words[Array.IndexOf(words, "--plan") + 1], StringComparison.Ordinal);
        Assert.Equal("$(JOB_COMPLETION_INDEX)", words[^1]);
    }

    static JsonElement Spec() => JsonDocument.Parse(Manifest).RootElement.GetProperty("spec");
}

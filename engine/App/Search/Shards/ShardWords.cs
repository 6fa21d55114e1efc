using System.CommandLine;
using Workbench.Model;

namespace Workbench.App;

/// <summary>Which plan a <c>shard</c> verb is about, and where its results lie.</summary>
sealed class ShardWords
{
    readonly Option<string> plan = new("--plan") { Description = "the plan: plan.json of a sweep's folder, or the sweep's name", Required = true, HelpName = "PLAN" };
    readonly Option<string?> output = new("--out") { Description = "folder above the results, in a folder by the plan's hash (default: beside the plan)", HelpName = "DIR" };

    /// <summary>Both.</summary>
    public IEnumerable<Option> All => [plan, output];

    /// <summary>The plan, and the folder that its workers share.</summary>
    /// <exception cref="WorkbenchException">There is no such plan.</exception>
    public (SweepPlan Plan, ShardFolder Folder) Open(Workspace workspace, ParseResult parsed)
    {
        var path = PlanPath(workspace, parsed);
        var read = SweepPlan.Load(path);
        return (read, new ShardFolder(parsed.GetValue(output) is { } above ? Path.Combine(above, read.Id) : Path.GetDirectoryName(Path.GetFullPath(path))!));
    }

    string PlanPath(Workspace workspace, ParseResult parsed) =>
        parsed.GetValue(plan)! is var name && File.Exists(name) ? name : SweepFolder.Open(workspace, name).Shards.PlanPath;
}

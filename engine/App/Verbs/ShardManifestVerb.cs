using System.CommandLine;
using Workbench.Model;

namespace Workbench.App;

/// <summary><c>shard manifest</c>: the Indexed Job that runs a plan's shards under Kubernetes.</summary>
static class ShardManifestVerb
{
    public static Command Make(Workspace workspace)
    {
        var plan = new Option<string>("--plan") { Description = "the plan: name or folder of a sweep, or last", Required = true, HelpName = "PLAN" };
        var image = new Option<string>("--image") { Description = "image that holds the program", Required = true, HelpName = "IMAGE" };
        var claim = new Option<string>("--claim") { Description = "claim of a volume that many may write to: it holds the project's folder data", Required = true, HelpName = "NAME" };
        var parallelism = new Option<int>("--parallelism") { Description = "most shards at work at a time", DefaultValueFactory = _ => 100, HelpName = "N" };
        return new Command("manifest", "Print a Kubernetes Job for a plan. Example: shard manifest --plan last --image workbench:1 --claim lake | kubectl apply -f -") { plan, image, claim, parallelism }
            .Does((parsed, terminal, _) =>
            {
                var folder = SweepFolder.Open(workspace, parsed.GetValue(plan)!);
                var read = folder.Plan;
                if (read.Learns)
                {
                    throw SweepErrors.Learns(read.Method);
                }

                var terms = new KubernetesTerms("workbench-" + read.Id[..12], parsed.GetValue(image)!, parsed.GetValue(claim)!, Math.Max(1, parsed.GetValue(parallelism)));

                // A manifest is a document whether or not one was asked for: it goes to kubectl.
                Console.Out.Write(KubernetesJob.Of(read.Shards.Count, workspace.Show(folder.Shards.PlanPath), terms));
                return ExitCode.Ok;
            });
    }
}

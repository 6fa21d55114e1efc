using System.CommandLine;
using Workbench.Model;

namespace Workbench.App;

/// <summary><c>shard …</c>: the parts of a sweep, for a scheduler that runs them and a person who looks after it.</summary>
static class ShardVerb
{
    public static Command Make(Workspace workspace) => new("shard", "Run the parts of a sweep under any scheduler. Example: shard run --plan data/sweeps/ID/plan.json --index 3")
    {
        ShardRunVerb.Make(workspace),
        Missing(workspace),
        Status(workspace),
        Cancel(workspace),
        Retry(workspace),
        ShardMergeVerb.Make(workspace),
        ShardManifestVerb.Make(workspace),
    };

    static Command Missing(Workspace workspace) => About(workspace, "missing", "Print the shards that have neither a result nor a dead letter, as sbatch --array wants them. Example: shard missing --plan last", (plan, folder, terminal) =>
    {
        List<int> missing = [.. folder.Results.Missing(plan.Shards.Count).Where(index => folder.DeadOf(index) is null)];
        if (terminal.Json)
        {
            terminal.Document(JsonText.Of(json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("missing");
                missing.ForEach(json.WriteNumberValue);
                json.WriteEndArray();
                json.WriteEndObject();
            }));
        }

        if (missing.Count > 0)
        {
            terminal.Result(IndexRanges.Text(missing));
        }

        return ExitCode.Ok;
    });

    static Command Status(Workspace workspace) => About(workspace, "status", "Tell how far a plan is. Example: shard status --plan last", (plan, folder, terminal) =>
    {
        var missing = folder.Results.Missing(plan.Shards.Count).Count;
        var dead = folder.Dead;
        if (terminal.Json)
        {
            terminal.Document(JsonText.Of(json =>
            {
                json.WriteStartObject();
                json.WriteString("planId", plan.Id);
                json.WriteNumber("shards", plan.Shards.Count);
                json.WriteNumber("done", plan.Shards.Count - missing);
                json.WriteBoolean("cancelled", folder.IsCancelled);
                json.WriteStartArray("dead");
                foreach (var letter in dead)
                {
                    json.WriteStartObject();
                    json.WriteNumber("index", letter.Index);
                    json.WriteNumber("exitCode", (int)letter.ExitCode);
                    json.WriteString("reason", letter.Reason);
                    json.WriteNumber("attempts", letter.Attempts);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }));
        }

        terminal.Result(FormattableString.Invariant($"{plan.Shards.Count - missing} of {plan.Shards.Count} shards have a result, {dead.Count} were given up{(folder.IsCancelled ? "; the plan is cancelled" : "")}"));
        foreach (var letter in dead)
        {
            terminal.Result(FormattableString.Invariant($"  {letter.Index}: {letter.Reason} ({letter.Attempts} attempts)"));
        }

        return ExitCode.Ok;
    });

    static Command Cancel(Workspace workspace) => About(workspace, "cancel", "Ask all workers of a plan to end; what is done is kept. Example: shard cancel --plan last", (_, folder, terminal) =>
    {
        folder.Cancel();
        terminal.Result("cancelled: workers end within seconds. To go on: ./run.sh shard retry, then what shard missing prints");
        return ExitCode.Ok;
    });

    static Command Retry(Workspace workspace) => About(workspace, "retry", "Let a plan go on: takes a cancellation back and lets the shards that were given up be tried again. Example: shard retry --plan last", (_, folder, terminal) =>
    {
        folder.Resume();
        folder.Exhume();
        terminal.Result("workers may start again");
        return ExitCode.Ok;
    });

    static Command About(Workspace workspace, string name, string description, Func<SweepPlan, ShardFolder, Terminal, ExitCode> work)
    {
        var words = new ShardWords();
        var verb = new Command(name, description);
        foreach (var option in words.All)
        {
            verb.Add(option);
        }

        return verb.Does((parsed, terminal, _) =>
        {
            var (plan, folder) = words.Open(workspace, parsed);
            return work(plan, folder, terminal);
        });
    }
}

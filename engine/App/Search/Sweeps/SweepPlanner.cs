using System.Security.Cryptography;
using System.Text;
using Workbench.Model;
using Workbench.Research.Search;
using Workbench.Scripting;

namespace Workbench.App;

/// <summary>Makes the plan of a sweep: whatever can be refused is refused here, before anything runs.</summary>
/// <param name="workspace">Where things are.</param>
/// <param name="request">What was asked for.</param>
/// <param name="stuck">Ends the process when the script's own code does not come back.</param>
sealed class SweepPlanner(Workspace workspace, SweepRequest request, Action<WorkbenchException> stuck)
{
    /// <summary>Most variants of a sweep.</summary>
    public const long MostVariants = 1_000_000;

    /// <summary>Most batches: what schedulers take as one job.</summary>
    const int MostShards = 10_000;

    // Events that a batch's variants see together: some ten seconds of a core, so that little is lost and little is waited for.
    const double EventsOfBatch = 1e8;
    const int LeastBatch = 16;
    const int MostBatch = 512;

    /// <summary>The plan.</summary>
    /// <exception cref="WorkbenchException">Script, axes, constraints, objective or data are not what a sweep can be made of.</exception>
    public SweepPlan Make()
    {
        var terms = request.Terms;
        using var script = Watchdog.Over(() => new ScriptHost(workspace.ScriptCache).Load(terms.Script, terms.Class), Watchdog.Patience, stuck);
        var space = SearchSpace.Parse(request.Axes, request.Where, script.Parameters.Infos);
        Objective.Parse(request.Objective, request.MinTrades);
        var points = PointsOf(space);
        PlannedLeg[] legs = [.. request.Data.Select(data => Leg(script, data, points))];
        var total = legs.Sum(leg => (long)leg.Variants);
        if (total > MostVariants)
        {
            throw SweepErrors.TooMany(total, MostVariants);
        }

        var batch = request.Batch ?? BatchOf(legs, total);
        return new SweepPlan
        {
            Engine = Backtest.EngineVersion,
            Build = BuildIdentity.Sha256,
            Method = request.Method,
            Trials = request.Method == "grid" ? 0 : request.Trials,
            Seed = terms.Seed,
            Objective = request.Objective,
            MinTrades = request.MinTrades,
            Stop = request.Stop,
            Axes = [.. space.Axes.Select(axis => new PlannedAxis(axis.Name, axis.ToString(), axis.IsNumeric))],
            Where = request.Where,
            Legs = legs,
            Shards = SweepPlan.LearnsFrom(request.Method) ? [] : Shards(space, legs, batch),
            Batch = batch,
        };
    }

    /// <summary>How many points a leg has. They are walked and not kept.</summary>
    int PointsOf(SearchSpace space)
    {
        var search = SearchMethods.Make(request.Method, space, request.Trials, request.Terms.Seed);
        if (SweepPlan.LearnsFrom(request.Method))
        {
            return request.Trials;
        }

        var count = 0L;
        while (search.Ask(MostBatch) is { Count: > 0 } some)
        {
            count += some.Count;
        }

        return count <= MostVariants ? (int)count : throw SweepErrors.TooMany(count, MostVariants);
    }

    PlannedLeg Leg(StrategyScript script, SweepData data, int points)
    {
        var asked = request.Terms with { Data = data.Data, Range = data.Range, Settings = [] };
        var setup = RunSetup.Of(workspace, workspace.OpenStore(asked.Lake), asked, [Path.GetFileNameWithoutExtension(asked.Script)]);
        return new PlannedLeg(data.Settings, RunRecipe.Of(workspace, asked, script, script.Parameters.Read([]), setup), setup.Rack.Identities, points);
    }

    static int BatchOf(PlannedLeg[] legs, long total)
    {
        var events = Math.Max(1L, legs.Max(leg => leg.Data.Sum(data => data.Count)));
        return (int)Math.Max(Math.Clamp(EventsOfBatch / events, LeastBatch, MostBatch), Math.Ceiling(total / (double)(MostShards - legs.Length)));
    }

    List<PlannedShard> Shards(SearchSpace space, PlannedLeg[] legs, int batch)
    {
        var shards = new List<PlannedShard>();
        for (var leg = 0; leg < legs.Length; leg++)
        {
            var search = SearchMethods.Make(request.Method, space, request.Trials, request.Terms.Seed);
            var first = 0;
            while (search.Ask(batch) is { Count: > 0 } points)
            {
                shards.Add(new PlannedShard(shards.Count, leg, first, points.Count, HashOf(points)));
                first += points.Count;
            }
        }

        return shards;
    }

    /// <summary>Hash of the keys of a batch.</summary>
    public static string HashOf(IEnumerable<Point> points) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', points.Select(point => point.Key)))));
}

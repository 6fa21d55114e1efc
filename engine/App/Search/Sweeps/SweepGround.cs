using Workbench.Core;
using Workbench.Model;
using Workbench.Research.Search;
using Workbench.Scripting;

namespace Workbench.App;

/// <summary>What a plan runs on: its script, compiled once, and its data. They are held against the plan, so that what runs is what was planned.</summary>
sealed class SweepGround : IDisposable
{
    /// <summary>Memory where nobody says how much, in MB.</summary>
    public const int UsualMemoryMb = 400;

    readonly Workspace workspace;
    readonly StrategyScript script;
    readonly List<RunSetup> setups = [];
    (int Leg, Field Field)? open;

    SweepGround(Workspace workspace, SweepPlan plan, StrategyScript script)
    {
        (this.workspace, Plan, this.script) = (workspace, plan, script);
        Space = SearchSpace.Parse([.. plan.Axes.Select(axis => axis.Text)], plan.Where, script.Parameters.Infos);
        Objective = Objective.Parse(plan.Objective, plan.MinTrades);
    }

    /// <summary>The plan.</summary>
    public SweepPlan Plan { get; }

    /// <summary>Where it searches.</summary>
    public SearchSpace Space { get; }

    /// <summary>What it ranks by.</summary>
    public Objective Objective { get; }

    /// <summary>Threads; results do not depend on it.</summary>
    public int Cores { get; init; } = Environment.ProcessorCount;

    /// <summary>Most memory that decoded tapes and runners at work may take, in MB.</summary>
    public int MemoryMb { get; init; } = UsualMemoryMb;

    /// <summary>Threads lost to variants that did not come back. They cannot be ended, and go on taking a share of a core.</summary>
    public int Lost { get; private set; }

    /// <summary>Loads what the plan names.</summary>
    /// <param name="workspace">Where things are.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="id">Name of the sweep, for refusals.</param>
    /// <param name="cores">Threads.</param>
    /// <param name="memoryMb">Most memory.</param>
    /// <param name="stuck">Ends the process when the script's own code does not come back.</param>
    /// <exception cref="WorkbenchException">WB4415: script, engine or data are not those of the plan.</exception>
    public static SweepGround Of(Workspace workspace, SweepPlan plan, string id, int cores, int memoryMb, Action<WorkbenchException> stuck)
    {
        var recipe = plan.Legs[0].Recipe;
        var script = Watchdog.Over(() => new ScriptHost(workspace.ScriptCache).Load(workspace.Kept(recipe.Script), recipe.Class), Watchdog.Patience, stuck);
        try
        {
            var ground = new SweepGround(workspace, plan, script) { Cores = cores, MemoryMb = memoryMb };
            ground.Find();
            new SweepChanges(plan, script.Sha256, ground.setups).Refuse(id);
            return ground;
        }
        catch
        {
            script.Dispose();
            throw;
        }
    }

    /// <summary>What the variants see, leg by leg, with what the check says of it.</summary>
    public IReadOnlyList<DataIdentity> Data => [.. setups.SelectMany(setup => setup.Rack.Identities)];

    /// <summary>The family that the trials of a leg count in.</summary>
    public TrialFamily FamilyOf(int leg) => TrialFamily.Of([script.Path], setups[leg]);

    /// <summary>Days in a year of the leg's statistics, as its reports have them.</summary>
    public int DaysInYear(int leg) => setups[leg].Traded.All(instrument => instrument.AssetClass == AssetClass.Crypto) ? 365 : 252;

    /// <summary>The name of a variant among trials.</summary>
    public string TrialKeyOf(VariantResult variant, int leg)
    {
        var settings = variant.Settings.Skip(Plan.Legs[leg].Settings.Count);
        try
        {
            return TrialKey.Of(script, script.Parameters.Read(settings));
        }
        catch (WorkbenchException)
        {
            return TrialKey.Of(script, settings);
        }
    }

    /// <summary>Runs points of a leg, and says what they came to in their order.</summary>
    public ShardFile Run(int index, int leg, IReadOnlyList<Point> points, Action<int>? done, CancellationToken cancel)
    {
        var field = FieldOf(leg);
        var before = field.Lost;
        var results = field.Run([.. points.Select(point => Variant(leg, point))], done, cancel);
        Lost += field.Lost - before;
        return new ShardFile(Plan.Id, index, field.Clock, results);
    }

    /// <summary>The row of a point that could not be run.</summary>
    public VariantResult Failed(int leg, Point point, string reason)
    {
        var variant = Variant(leg, point);
        return new VariantResult { Key = variant.Key, Settings = variant.Settings, State = VariantState.Failed, Reason = reason };
    }

    public void Dispose()
    {
        open?.Field.Dispose();
        script.Dispose();
    }

    FieldVariant Variant(int leg, Point point)
    {
        string[] settings = [.. Plan.Legs[leg].Settings, .. point.Settings];
        return new FieldVariant(string.Join(' ', settings), settings, () => script.Create(script.Parameters.Read(point.Settings)));
    }

    /// <summary>One at a time: the tapes of a leg that is done are let go of.</summary>
    Field FieldOf(int leg)
    {
        if (open?.Leg != leg)
        {
            open?.Field.Dispose();
            var recipe = Plan.Legs[leg].Recipe;
            open = (leg, new Field(FieldSetup.Of(setups[leg], recipe.ToRequest(workspace)) with
            {
                Scripts = [script], Cores = Cores, MemoryMb = MemoryMb, Stop = Plan.Stop,
            }));
        }

        return open.Value.Field;
    }

    void Find()
    {
        foreach (var leg in Plan.Legs)
        {
            var request = leg.Recipe.ToRequest(workspace);
            setups.Add(RunSetup.Of(workspace, workspace.OpenStore(request.Lake), request, [Path.GetFileNameWithoutExtension(request.Script)]));
        }
    }
}

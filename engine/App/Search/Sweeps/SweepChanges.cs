using Workbench.Model;

namespace Workbench.App;

/// <summary>What is no longer as it was when a sweep was planned.</summary>
sealed class SweepChanges(SweepPlan plan, string scriptSha256, IReadOnlyList<RunSetup> setups)
{
    const int ShownLetters = 12;

    /// <summary>Refuses to go on where anything has changed.</summary>
    /// <exception cref="WorkbenchException">WB4415, with each difference.</exception>
    public void Refuse(string id)
    {
        List<string> differences = [.. Script(), .. Engine(), .. Data()];
        if (differences.Count > 0)
        {
            throw SweepErrors.Changed(id, differences, isOfData: Data().Any(), differences.Count == 1 && Script().Any()
                ? $"put back the script, which is kept in the sweep's folder as {SweepFolder.ScriptFile}; or ./run.sh sweep {plan.Script} … for a new sweep"
                : $"./run.sh sweep {plan.Script} … for a new sweep; or put back what it was");
        }
    }

    IEnumerable<string> Script()
    {
        var planned = plan.Legs[0].Recipe.Sha256;
        return planned == scriptSha256 ? [] : [$"the script {plan.Script} had sha256 {Short(planned)}, and has {Short(scriptSha256)}"];
    }

    IEnumerable<string> Engine() => plan.Engine != Backtest.EngineVersion
        ? [$"the engine was {plan.Engine}, and is {Backtest.EngineVersion}"]
        : plan.Build != BuildIdentity.Sha256 ? [$"the engine was build {Short(plan.Build)}, and is {Short(BuildIdentity.Sha256)}"] : [];

    IEnumerable<string> Data() =>
        from pair in plan.Legs.Zip(setups, (leg, setup) => (leg.Data, Now: setup.Rack.Identities))
        from before in pair.Data
        let now = pair.Now.FirstOrDefault(data => data.Instrument == before.Instrument && data.Kind == before.Kind)
        where now?.Sha256 != before.Sha256
        select FormattableString.Invariant($"{before.Instrument} {before.Kind} had {before.Count:N0} events, sha256 {Short(before.Sha256)}, and has {now?.Count ?? 0:N0}, {Short(now?.Sha256 ?? "none")}");

    static string Short(string sha256) => sha256[..Math.Min(ShownLetters, sha256.Length)];
}

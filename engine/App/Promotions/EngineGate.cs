namespace Workbench.App;

/// <summary>Whether the engine is still the one that ran it.</summary>
static class EngineGate
{
    /// <summary>Holds the engine's version against the run's.</summary>
    /// <param name="name">Name of the gate.</param>
    /// <param name="recipe">What was run.</param>
    /// <param name="again">What runs it again.</param>
    public static Gate Of(string name, RunRecipe recipe, string again) => recipe.EngineVersion == Backtest.EngineVersion
        ? new Gate(name, true, $"version {recipe.EngineVersion}, which ran it")
        : new Gate(name, false, $"version {recipe.EngineVersion} ran it, and this is {Backtest.EngineVersion}.", again);
}

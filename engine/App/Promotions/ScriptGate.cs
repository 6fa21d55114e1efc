namespace Workbench.App;

/// <summary>Whether a script is still what was run.</summary>
static class ScriptGate
{
    const int HashShown = 12;

    /// <summary>Holds the script's hash against the run's.</summary>
    /// <param name="name">Name of the gate.</param>
    /// <param name="workspace">Where things are.</param>
    /// <param name="recipe">What was run.</param>
    /// <param name="sha256">Hash of the script now.</param>
    /// <param name="again">What runs it again.</param>
    public static Gate Of(string name, Workspace workspace, RunRecipe recipe, string sha256, string again) => sha256 == recipe.Sha256
        ? new Gate(name, true, $"{workspace.Show(workspace.Kept(recipe.Script))} is what was run (sha256 {sha256[..HashShown]})")
        : new Gate(name, false, $"{workspace.Show(workspace.Kept(recipe.Script))} has changed since: sha256 was {recipe.Sha256[..HashShown]} and is {sha256[..HashShown]}.", again);
}

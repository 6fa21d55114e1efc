using Workbench.Core;
using Workbench.Model;
using Workbench.Research;
using Workbench.Scripting;

namespace Workbench.App;

/// <summary>A script of a run, compiled, its parameters read, its strategy made.</summary>
/// <param name="Book">Name of its book in the results.</param>
/// <param name="Script">The script.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Strategy">The strategy.</param>
sealed record LoadedScript(string Book, StrategyScript Script, ParameterValues Parameters, Strategy Strategy) : IDisposable
{
    /// <summary>Loads all scripts of a run, in their order.</summary>
    public static IReadOnlyList<LoadedScript> All(Workspace workspace, BacktestRequest request, Action<WorkbenchException> stuck)
    {
        var loaded = new List<LoadedScript>();
        try
        {
            var host = new ScriptHost(workspace.ScriptCache);
            foreach (var path in request.Scripts)
            {
                // The class is named for the first script; the others have one.
                var script = Watchdog.Over(() => host.Load(path, loaded.Count == 0 ? request.Class : null), Watchdog.Patience, stuck);
                var book = BookOf(path, loaded);
                var parameters = script.Parameters.Read(SettingsFor(script, book, request));
                loaded.Add(new LoadedScript(book, script, parameters, Watchdog.Over(() => script.Create(parameters), request.EventTimeout, stuck)));
            }

            return loaded;
        }
        catch
        {
            loaded.ForEach(script => script.Dispose());
            throw;
        }
    }

    /// <summary>What the run's identity keeps of it.</summary>
    public ScriptIdentity Identity(Workspace workspace) => IdentityOf(workspace, Book, Script, Parameters);

    /// <summary>What a run's identity keeps of a script with these parameters.</summary>
    public static ScriptIdentity IdentityOf(Workspace workspace, string book, StrategyScript script, ParameterValues parameters) => new(
        book, workspace.Show(script.Path), script.Sha256,
        [.. parameters.Values.Select(value => RunParameter.Of(value.Key, value.Value is BarSpec spec ? spec.ToString() : value.Value))]);

    public void Dispose() => Script.Dispose();

    static string BookOf(string path, List<LoadedScript> before)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var same = before.Count(script => Path.GetFileNameWithoutExtension(script.Script.Path) == name);
        return same == 0 ? name : FormattableString.Invariant($"{name}-{same + 1}");
    }

    /// <summary>A setting may name the book it is for, <c>breakout.qty=5</c>; one that names none is for each script that knows it.</summary>
    static IEnumerable<string> SettingsFor(StrategyScript script, string book, BacktestRequest request)
    {
        if (request.Scripts.Count == 1)
        {
            return request.Settings;
        }

        var known = script.Parameters.Infos.Select(info => info.Name).ToList();
        return request.Settings
            .Where(setting => setting.StartsWith(book + ".", StringComparison.OrdinalIgnoreCase) || known.Contains(setting.Split('=')[0], StringComparer.OrdinalIgnoreCase))
            .OrderBy(setting => setting.StartsWith(book + ".", StringComparison.OrdinalIgnoreCase))
            .Select(setting => setting.StartsWith(book + ".", StringComparison.OrdinalIgnoreCase) ? setting[(book.Length + 1)..] : setting);
    }
}

using Workbench.Data.Lake;
using Workbench.Model;
using Workbench.Scripting;
using Workbench.Scripting.Notebooks;

namespace Workbench.App.Cells;

/// <summary>
/// The text behind what a cell wants to run, as a file. A class of a cell is written out exactly as it would be exported: what a notebook runs is
/// what is promoted, to the letter.
/// </summary>
/// <param name="Path">The file.</param>
/// <param name="Class">The strategy class; null where the file decides.</param>
/// <param name="Source">The cell it came from; null for a script that is a file.</param>
sealed record ScriptText(string Path, string? Class, CellSource? Source)
{
    const int NameLetters = 12;

    public static ScriptText Of(Workspace workspace, Script script)
    {
        if (script.Path is { } path)
        {
            return new ScriptText(Place.Of(workspace, path), null, null);
        }

        var type = script.Type!;
        var cell = CellContext.CurrentOrNone ?? throw CellErrors.NoKernel();
        var source = cell.SourceOf(type) ?? throw CellErrors.NotOfACell(type);
        return source.File is { } file ? new ScriptText(file, type.Name, null) : new ScriptText(Written(workspace, type, StrategyText.Of(source.Code)), type.Name, source);
    }

    /// <summary>The outcome of running it; where its text does not stand alone, the names that it takes from other cells are listed.</summary>
    public async Task<T> Explained<T>(Task<T> work)
    {
        try
        {
            return await work.ConfigureAwait(false);
        }
        catch (WorkbenchException) when (Source is not null && Leaning() is { } refused)
        {
            throw refused;
        }
    }

    /// <summary>Puts the text in its place among the user's scripts, once it compiles alone and passes the gate.</summary>
    /// <returns>The place.</returns>
    public string Export(string place)
    {
        var text = File.ReadAllBytes(Path);
        if (File.Exists(place))
        {
            return File.ReadAllBytes(place).AsSpan().SequenceEqual(text) ? place : throw CellErrors.OtherScript(place);
        }

        if (Lean().Refusal is { } refused)
        {
            throw refused;
        }

        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(place)!);
        using var file = new AtomicFile(place);
        file.Stream.Write(text);
        file.Commit();
        return place;
    }

    WorkbenchException? Leaning() => Lean() is { Names.Count: > 0 } lean ? lean.Refusal : null;

    LeanCheck Lean()
    {
        var declared = CellContext.Current.Declarations().Where(each => each.Value.Count != Source!.Count).ToDictionary(each => each.Key, each => each.Value.Count);
        return LeanCheck.Of(new ScriptHost(Workspace.Find().ScriptCache), Path, File.ReadAllText(Path), Class, declared);
    }

    /// <summary>By class and content, so that what a run was made from stays there beside its later versions.</summary>
    static string Written(Workspace workspace, Type type, string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        var sha = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        var path = System.IO.Path.Combine(Directory.CreateDirectory(workspace.CellScripts).FullName, $"{type.Name}-{sha[..NameLetters]}.csx");
        if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
        {
            var beside = $"{path}.{Environment.ProcessId}.tmp";
            File.WriteAllBytes(beside, bytes);
            File.Move(beside, path, overwrite: true);
        }

        return path;
    }
}

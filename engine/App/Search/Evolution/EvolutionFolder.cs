using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Workbench.Data.Lake;
using Workbench.Research;
using Workbench.Research.Search;

namespace Workbench.App;

/// <summary>
/// Where an evolution is kept: its recipe, a record for each generation that is over, the survivors' scripts, and at the end the document.
/// Each file is whole or not there, so that a process that dies loses the generation at hand and no more.
/// </summary>
sealed class EvolutionFolder
{
    const string RecipeFile = "recipe.json", DocumentFile = "evolution.json", ScriptFolder = "scripts", AncestorFolder = "family";

    readonly string path;

    EvolutionFolder(string path) => this.path = path;

    /// <summary>Its name.</summary>
    public string Id => Path.GetFileName(path);

    /// <summary>Whether it came to its end.</summary>
    public bool IsFinished => File.Exists(Inside(DocumentFile));

    /// <summary>Makes one for an evolution that begins.</summary>
    public static EvolutionFolder Begin(Workspace workspace, string lineage, EvolutionRecipe recipe)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyyMMdd-HHmmss}-{lineage}-{Environment.ProcessId:x}{DateTime.UtcNow.Millisecond:x}");
        var folder = new EvolutionFolder(Path.Combine(workspace.Evolutions, id));
        Directory.CreateDirectory(folder.path);
        folder.Write(RecipeFile, recipe, EvolutionJson.Default.EvolutionRecipe);
        return folder;
    }

    /// <summary>One by its name, the beginning of it, or <c>last</c>; null where there is none.</summary>
    public static EvolutionFolder? Find(Workspace workspace, string name)
    {
        var all = All(workspace).ToList();
        var found = name == "last" ? all.FirstOrDefault() : all.Find(each => each.Id == name) ?? (all.FindAll(each => each.Id.StartsWith(name, StringComparison.Ordinal)) is [var one] ? one : null);
        return found;
    }

    /// <summary>All, newest first.</summary>
    public static IEnumerable<EvolutionFolder> All(Workspace workspace) => !Directory.Exists(workspace.Evolutions)
        ? []
        : Directory.GetDirectories(workspace.Evolutions).Where(each => File.Exists(Path.Combine(each, RecipeFile)))
            .OrderByDescending(Path.GetFileName, StringComparer.Ordinal).Select(each => new EvolutionFolder(each));

    /// <summary>A finished evolution as pages, tables and cells show any search: all that were tried on the first market, in sample.</summary>
    /// <exception cref="Model.WorkbenchException">WB4440: there is none of that name. WB4442: it is not over.</exception>
    public static SearchDocument Load(Workspace workspace, string name)
    {
        var folder = Find(workspace, name) ?? throw EvolveErrors.NoSuchSearch(name);
        var (evolution, recipe) = (folder.Finished(), folder.Recipe());
        var tried = Enumerable.Range(0, evolution.Generations).SelectMany(number => folder.Generation(number)!);
        return new SearchDocument
        {
            Id = folder.Id,
            Method = "evolve",
            Script = new ScriptIdentity(evolution.Lineage, recipe.File ?? "", recipe.FileSha256 ?? "", []),
            Data = evolution.Judged,
            AcceptsDataWarnings = recipe.AcceptDataWarnings,
            Axes = recipe.Settings,
            Objective = string.Join(',', recipe.Objectives),
            Seed = recipe.Seed,
            Clock = evolution.Clock,
            Variants =
            [
                .. tried.Select(each => new RankedVariant(each.Runs[0].ToResult(each.Key, [$"name={VariantName.Of(each.Key)}"]), each.ToAppraisal().Scores[0]))
                    .OrderBy(each => each.Result.State == VariantState.Failed ? 2 : each.Objective.Value is null ? 1 : 0)
                    .ThenByDescending(each => each.Objective.Value).ThenBy(each => each.Result.Key, StringComparer.Ordinal),
            ],
            TrialsInFamily = evolution.TrialsInFamily,
            TrialsBySource = evolution.TrialsBySource,
            Warnings = evolution.Warnings,
        };
    }

    /// <summary>By what it is made.</summary>
    public EvolutionRecipe Recipe() => Read(RecipeFile, EvolutionJson.Default.EvolutionRecipe);

    /// <summary>What it came to.</summary>
    public EvolutionDocument Document() => Read(DocumentFile, EvolutionJson.Default.EvolutionDocument);

    /// <summary>What it came to, if it is over.</summary>
    /// <exception cref="Model.WorkbenchException">WB4442: it is not.</exception>
    public EvolutionDocument Finished() => IsFinished ? Document()
        : throw EvolveErrors.Contradiction(FormattableString.Invariant($"{Id} has no survivors yet: it stopped after {Generations} generations."), $"./run.sh evolve --resume {Id}");

    /// <summary>Generations that are over.</summary>
    public int Generations => Enumerable.Range(0, int.MaxValue).TakeWhile(each => File.Exists(Inside(GenerationFile(each)))).Count();

    /// <summary>Keeps what it came to.</summary>
    public void Write(EvolutionDocument document) => Write(DocumentFile, document, EvolutionJson.Default.EvolutionDocument);

    /// <summary>The record of a generation; null where it is not over.</summary>
    public IReadOnlyList<BornRecord>? Generation(int number) =>
        File.Exists(Inside(GenerationFile(number))) ? Read(GenerationFile(number), EvolutionJson.Default.IReadOnlyListBornRecord) : null;

    /// <summary>Keeps a generation that is over.</summary>
    public void Write(int number, IReadOnlyList<BornRecord> born) => Write(GenerationFile(number), born, EvolutionJson.Default.IReadOnlyListBornRecord);

    /// <summary>Writes a survivor's script into it.</summary>
    /// <returns>The file.</returns>
    public string WriteScript(string name, string text) => Write(ScriptFolder, name, text);

    /// <summary>Writes an ancestor's script into it.</summary>
    /// <returns>The file.</returns>
    public string WriteAncestor(string name, string text) => Write(AncestorFolder, name, text);

    string Write(string below, string name, string text)
    {
        Directory.CreateDirectory(Inside(below));
        var file = Inside(Path.Combine(below, name + ".csx"));
        File.WriteAllText(file, text);
        return file;
    }

    /// <summary>A file in it, by the path that the document names.</summary>
    public string Inside(string relative) => Path.Combine(path, relative);

    static string GenerationFile(int number) => string.Create(CultureInfo.InvariantCulture, $"generation-{number:0000}.json");

    T Read<T>(string name, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(File.ReadAllBytes(Inside(name)), type)!;

    void Write<T>(string name, T value, JsonTypeInfo<T> type)
    {
        using var file = new AtomicFile(Inside(name));
        JsonSerializer.Serialize(file.Stream, value, type);
        file.Commit();
    }
}

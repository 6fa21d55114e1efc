using Workbench.Core;
using Workbench.Research.Evolution;
using Workbench.Research.Search;
using Workbench.Scripting;

namespace Workbench.App;

/// <summary>Breeds the settings of a script that somebody wrote: each parameter with a range, choices, or values of <c>--set</c> is a gene.</summary>
sealed class SettingsSpecies : ISpecies<Point>
{
    readonly StrategyScript script;
    readonly string text;

    /// <summary>Of a script.</summary>
    /// <param name="script">The script, which becomes this one's to dispose.</param>
    /// <param name="asked">Axes and constraints.</param>
    /// <exception cref="Model.WorkbenchException">An axis or constraint cannot be, nothing varies, or the script is more than one file.</exception>
    public SettingsSpecies(StrategyScript script, EvolveRequest asked)
    {
        this.script = script;
        if (script.Files.Count > 1 || script.Libraries.Count > 0)
        {
            throw EvolveErrors.CannotBeWritten(script.Path, "it brings other files or libraries along, by paths that hold where it lies.");
        }

        text = File.ReadAllText(script.Path);
        Lineage = TrialLineage.Of(script.Path);
        Breeding = new SettingsBreeding(new SearchSpace(Axes(script, asked), asked.Constraints, script.Parameters.Infos));
    }

    /// <inheritdoc/>
    public IBreeding<Point> Breeding { get; }

    /// <inheritdoc/>
    public string Lineage { get; }

    /// <inheritdoc/>
    public string Kind => "settings";

    /// <inheritdoc/>
    public IReadOnlyList<string> Settings(Point genome) => genome.Settings;

    /// <inheritdoc/>
    public Strategy Create(Point genome) => script.Create(genome.Settings);

    /// <inheritdoc/>
    public string Script(Point genome, ScriptHeader header)
    {
        List<string> lines = [$"// lineage: {Lineage}", $"// settings: {genome.Key}"];
        Add(lines, "parents", string.Join(", ", header.Parents));
        Add(lines, "made by", header.Operator);
        Add(lines, "run", header.Run);
        Add(lines, "in sample", header.InSample);
        Add(lines, "out of sample", header.OutOfSample);
        Add(lines, "trials in the family", header.Trials > 0 ? FormattableString.Invariant($"{header.Trials:N0}") : "");
        var body = ScriptDefaults.Replace(script.Path, text, script.Parameters.Read(genome.Settings), script.Parameters.Infos);
        return $"{string.Join('\n', lines)}\n\n{WithoutHeader(body)}";
    }

    /// <inheritdoc/>
    public void Dispose() => script.Dispose();

    /// <summary>What <c>--set</c> gives, and behind it whatever else the script itself bounds.</summary>
    static List<Axis> Axes(StrategyScript script, EvolveRequest asked)
    {
        List<Axis> axes = [.. SearchSpace.Parse(asked.Run.Settings, [], script.Parameters.Infos).Axes];
        var named = axes.Select(axis => axis.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        axes.AddRange(script.Parameters.Infos.Where(info => !named.Contains(info.Name) && (info.Choices.Count > 0 || info is { Min: not null, Max: not null })).Select(Axis.Of));
        return axes;
    }

    static void Add(List<string> lines, string name, string value)
    {
        if (value.Length > 0)
        {
            lines.Add($"// {name}: {value}");
        }
    }

    /// <summary>The text without what an evolution wrote above it before.</summary>
    static string WithoutHeader(string body) => body.StartsWith(TrialLineage.Mark, StringComparison.Ordinal) && body.IndexOf("\n\n", StringComparison.Ordinal) is var end and > 0 ? body[(end + 2)..] : body;
}

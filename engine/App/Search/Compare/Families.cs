using Workbench.Research.Compare;

namespace Workbench.App;

/// <summary>The family tree of scripts that were bred: from the evolutions that are kept.</summary>
static class Families
{
    /// <summary>More names than this no page shows; the nearest ancestors stay.</summary>
    const int Most = 60;

    /// <summary>The bred among some scripts and their ancestors, by generation; empty where none was bred.</summary>
    /// <param name="workspace">Where evolutions are kept.</param>
    /// <param name="scripts">Texts of the scripts; null where one was not kept.</param>
    public static IReadOnlyList<LineageNode> Of(Workspace workspace, IEnumerable<string?> scripts)
    {
        var texts = scripts.OfType<string>().Select(Plain).ToHashSet(StringComparer.Ordinal);
        foreach (var evolution in EvolutionFolder.All(workspace).Where(folder => folder.IsFinished).Select(folder => folder.Document()))
        {
            var bred = evolution.Family.Where(member => texts.Contains(Plain(member.Script))).ToList();
            if (bred.Count > 0)
            {
                return Ancestors(evolution.Family, bred);
            }
        }

        return [];
    }

    static IReadOnlyList<LineageNode> Ancestors(IReadOnlyList<FamilyMember> family, List<FamilyMember> bred)
    {
        var known = family.ToDictionary(member => member.Key, StringComparer.Ordinal);
        var (found, seen) = (new List<FamilyMember>(), new HashSet<string>(StringComparer.Ordinal));
        for (var next = bred; next.Count > 0 && found.Count < Most;)
        {
            var here = next.Where(member => seen.Add(member.Key)).ToList();
            found.AddRange(here);
            next = [.. here.SelectMany(member => member.Birth.Parents).Where(known.ContainsKey).Select(key => known[key])];
        }

        return
        [
            .. found.Take(Most).OrderBy(member => member.Birth.Generation).ThenBy(member => member.Name, StringComparer.Ordinal)
                .Select(member => new LineageNode(member.Name, [.. member.ParentNames], member.Birth.Operator, member.Birth.Generation, member.Scores.Count > 0 ? member.Scores[0] : null, member.Script)),
        ];
    }

    /// <summary>A script that was kept says more of itself in its head than the one that was bred: what counts is below.</summary>
    static string Plain(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').SkipWhile(line => line.StartsWith("//", StringComparison.Ordinal) || line.Length == 0)).TrimEnd();
}

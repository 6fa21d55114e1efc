using System.Globalization;
using System.Text;

namespace Workbench.App;

/// <summary>Who came from whom: each champion with its ancestors below it, the nearest first.</summary>
static class FamilyTree
{
    /// <summary>As text. Whoever stands above already is named and not told again.</summary>
    /// <param name="evolution">Whose.</param>
    /// <param name="from">The one it begins with; null for all champions.</param>
    /// <param name="depth">Generations of ancestors that are shown.</param>
    public static string Text(EvolutionDocument evolution, string? from, int depth)
    {
        var members = evolution.Family.ToDictionary(each => each.Key, StringComparer.Ordinal);
        var text = new StringBuilder();
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var champion in evolution.Champions.Where(each => from is null || each.Name == from))
        {
            Append(text, members, members[champion.Key], "", "", depth, told, evolution.Recipe.Objectives);
        }

        if (from is not null && text.Length == 0)
        {
            Append(text, members, evolution.Member(from), "", "", depth, told, evolution.Recipe.Objectives);
        }

        return text.ToString().TrimEnd('\n');
    }

    static void Append(
        StringBuilder text, Dictionary<string, FamilyMember> members, FamilyMember member, string lead, string below, int depth, HashSet<string> told, IReadOnlyList<string> objectives)
    {
        var isTold = !told.Add(member.Key);
        text.Append(lead).Append(isTold ? $"{member.Name} (above)" : Line(member, objectives)).Append('\n');
        var parents = member.Birth.Parents.Where(members.ContainsKey).Select(key => members[key]).ToList();
        if (isTold || parents.Count == 0)
        {
            return;
        }

        if (depth == 0)
        {
            text.Append(below).Append("└ …\n");
            return;
        }

        foreach (var (at, parent) in parents.Index())
        {
            var isLast = at == parents.Count - 1;
            Append(text, members, parent, below + (isLast ? "└ " : "├ "), below + (isLast ? "  " : "│ "), depth - 1, told, objectives);
        }
    }

    static string Line(FamilyMember member, IReadOnlyList<string> objectives) => string.Create(CultureInfo.InvariantCulture,
        $"{member.Name} generation {member.Birth.Generation}, island {member.Birth.Island}, {member.Birth.Operator}: {Scores(member, objectives)}, {member.Trades} trades, size {member.Size}");

    static string Scores(FamilyMember member, IReadOnlyList<string> objectives) => string.Join(", ", objectives.Zip(member.Scores).Where(each => each.First != Fitness.Complexity)
        .Select(each => $"{each.First} {each.Second?.ToString("0.####", CultureInfo.InvariantCulture) ?? "–"}"));
}

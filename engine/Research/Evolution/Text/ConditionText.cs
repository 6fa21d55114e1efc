namespace Workbench.Research.Evolution;

/// <summary>Lays conditions out: at most three on a line.</summary>
static class ConditionText
{
    const int MostOnLine = 3;
    const int Widest = 110;
    const int Heaviest = 12;

    /// <summary>Whether a group of conditions within another one is too many for its line and wants a name.</summary>
    public static bool IsCrowd(Tree tree, ScriptPlan plan) =>
        tree.Operator.Code is Code.And or Code.Or && (Count(tree, plan) > MostOnLine || plan.WeightOf(tree) > Heaviest) && IsWithinAnother(tree, plan.Genome);

    /// <summary>The conditions that a chain of and, or of or, joins.</summary>
    public static IEnumerable<Tree> Operands(Tree tree, Code chain, ScriptPlan plan) =>
        tree.Operator.Code == chain && plan.LocalOf(tree) is null ? tree.Parts.SelectMany(part => Operands(part, chain, plan)) : [tree];

    /// <summary>How many conditions stand in an expression.</summary>
    public static int Count(Tree tree, ScriptPlan plan) => tree.Operator.Code switch
    {
        _ when plan.LocalOf(tree) is not null => 1,
        Code.And or Code.Or => tree.Parts.Sum(part => Count(part, plan)),
        Code.Not => Count(tree.Parts[0], plan),
        _ => 1,
    };

    /// <summary>A statement over as many lines as it needs.</summary>
    /// <param name="head">What it begins with.</param>
    /// <param name="conditions">The conditions, with how many each counts for.</param>
    /// <param name="sign">What joins them.</param>
    /// <param name="tail">What it ends with.</param>
    public static IEnumerable<string> Lines(string head, IReadOnlyList<(string Text, int Count)> conditions, string sign, string tail)
    {
        var (line, onLine) = (head, 0);
        for (var at = 0; at < conditions.Count; at++)
        {
            var (text, count) = conditions[at];
            var lead = at == 0 ? "" : sign + " ";
            if (onLine > 0 && (onLine + count > MostOnLine || line.Length + lead.Length + text.Length > Widest))
            {
                yield return line.TrimEnd();
                (line, onLine) = ("    ", 0);
            }

            line += lead + text + (at == conditions.Count - 1 ? tail : " ");
            onLine += count;
        }

        yield return line;
    }

    static bool IsWithinAnother(Tree tree, Genome genome) =>
        genome.Nodes.Any(node => node.Parts.Contains(tree) && node.Operator.Code != tree.Operator.Code)
        || (tree.Operator.Code == Code.Or && genome.Trees.Contains(tree) && genome.Filter.Operator.Code != Code.Yes);
}

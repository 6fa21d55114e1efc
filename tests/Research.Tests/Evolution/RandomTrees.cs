using Workbench.Model;
using Workbench.Research.Evolution;

namespace Workbench.Research.Tests.Evolution;

/// <summary>Trees as no rule would make them: constants everywhere, nothing simplified.</summary>
static class RandomTrees
{
    public static Tree Raw(Measure measure, int levels, SeededRandom dice)
    {
        Operator[] able = [.. Operators.All.Where(kind => kind.Result == measure && (levels > 1 || kind.IsTerminal))];
        Operator[] ending = [.. Operators.All.Where(kind => kind.Result == measure && kind.IsTerminal)];
        var kind = levels > 1 || ending.Length > 0 ? able[dice.Next(able.Length)] : throw new InvalidOperationException($"{measure} has no terminal.");
        return Tree.Raw(kind, kind.Numbers.Draw(dice), [.. kind.Takes.Select(taken => Raw(taken, levels - 1, dice))]);
    }
}

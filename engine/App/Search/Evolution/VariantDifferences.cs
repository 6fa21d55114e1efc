using System.Text.RegularExpressions;
using Workbench.Model;
using Workbench.Research;
using Workbench.Research.Compare;

namespace Workbench.App;

/// <summary>Lays two variants of an evolution beside each other: their scripts line by line, and what they traded over the in-sample stretch.</summary>
sealed partial class VariantDifferences(Workspace workspace, EvolutionFolder folder, EvolutionDocument evolution, Action<WorkbenchException> stuck)
{
    /// <summary>Between two of them.</summary>
    public VariantDifference Between(FamilyMember one, FamilyMember other, CancellationToken cancel)
    {
        var asked = folder.Recipe().ToRequest(workspace, folder.Id);
        using var market = new Market(workspace, workspace.OpenStore(asked.Run.Lake), asked.Run, asked.Run.Data[0], asked, evolution.Lineage);
        var (before, after) = (Trades(one, market, cancel), Trades(other, market, cancel));
        return new VariantDifference(one, other, TextDiff.Unified(Body(one.Script), Body(other.Script)), TradeDiff.Between(before, after));
    }

    /// <summary>Without the lines that tell where it comes from and without the digits of its name: they differ always, and say nothing.</summary>
    static string Body(string script)
    {
        var end = script.StartsWith("//", StringComparison.Ordinal) ? script.IndexOf("\n\n", StringComparison.Ordinal) : -1;
        return NameOfClass().Replace(end < 0 ? script : script[(end + 2)..], "class Evolved ");
    }

    [GeneratedRegex("class Evolved[0-9A-Fa-f]{8} ")]
    private static partial Regex NameOfClass();

    IReadOnlyList<ListedTrade> Trades(FamilyMember member, Market market, CancellationToken cancel)
    {
        var tape = new TradeTape();
        new ScriptProof(workspace, stuck).Run(folder.WriteAncestor(member.Name, member.Script), [], market, market.Split.InSample, tape, cancel);
        return tape.Trades;
    }
}

using System.Text.RegularExpressions;

namespace Workbench.App;

/// <summary>The line that a script belongs to. A copy under another name begins a new one, unless it says where it comes from.</summary>
static partial class TrialLineage
{
    /// <summary>What stands before the name in a script that descends from another: <c>// lineage: sma-cross</c>.</summary>
    public const string Mark = "// lineage: ";

    const int MarkWithin = 4_096;

    /// <summary>Of a script that is there.</summary>
    public static string Of(string script) => Marked(script) ?? NameOf(script);

    /// <summary>By its file alone; a class of a notebook and an evolved script are kept by a name and a part of a hash, and only the name counts.</summary>
    static string NameOf(string script) => NameHash().Replace(Path.GetFileNameWithoutExtension(script), "");

    static string? Marked(string script)
    {
        using var text = new StreamReader(script);
        var head = new char[MarkWithin];
        var length = text.ReadBlock(head);
        var match = Named().Match(new string(head, 0, length));
        return match.Success ? match.Groups[1].Value : null;
    }

    [GeneratedRegex("-([0-9a-f]{12}|[0-9a-f]{8})$")]
    private static partial Regex NameHash();

    [GeneratedRegex(@"^// lineage: (\S+)", RegexOptions.Multiline)]
    private static partial Regex Named();
}

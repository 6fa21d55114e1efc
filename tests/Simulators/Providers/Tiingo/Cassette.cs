using System.Text;
using System.Text.RegularExpressions;

namespace Workbench.Simulators.Providers.Tiingo;

/// <summary>Recorded exchanges in the YAML that VCR writes: as much of YAML as those files use.</summary>
/// <param name="Address">What was asked.</param>
/// <param name="Status">Status of the answer.</param>
/// <param name="Type">Content type of the answer.</param>
/// <param name="Body">Its body.</param>
sealed partial record Cassette(Uri Address, int Status, string Type, string Body)
{
    /// <summary>The exchanges of a file; those with packed bodies stay out.</summary>
    public static IEnumerable<Cassette> Read(string file)
    {
        foreach (var part in File.ReadAllText(file).Split("- request:").Skip(1))
        {
            var at = part.IndexOf("string:", StringComparison.Ordinal) + "string:".Length;
            if (part[at..].TrimStart() is ['\'' or '"', ..] scalar)
            {
                yield return new Cassette(
                    new Uri(Asked().Match(part).Groups[1].Value), int.Parse(Code().Match(part).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture),
                    Kind().Match(part, at) is { Success: true } kind ? kind.Groups[1].Value : "application/json", Scalar(scalar));
            }
        }
    }

    static string Scalar(string from)
    {
        var (quote, text) = (from[0], new StringBuilder());
        for (var at = 1; from[at] != quote || (quote == '\'' && from[at + 1] == quote); at++)
        {
            at += from[at] == quote || (quote == '"' && from[at] == '\\' && from[at + 1] is '"' or '\\') ? 1 : 0;
            text.Append(from[at]);
        }

        return Folded(text.ToString());
    }

    // A single break is a space, an empty line a break, and blanks around a break are nothing.
    static string Folded(string text) => Breaks().Replace(text, found => found.Value.Count(letter => letter == '\n') is var lines && lines == 1 ? " " : new string('\n', lines - 1));

    [GeneratedRegex(@"uri:\s*(\S+)")]
    private static partial Regex Asked();

    [GeneratedRegex(@"code:\s*(\d+)")]
    private static partial Regex Code();

    [GeneratedRegex(@"[Cc]ontent-[Tt]ype:\s*(?:\[|\s-\s)\s*'?([a-z/\-]+)")]
    private static partial Regex Kind();

    [GeneratedRegex(@"[ \t]*\r?\n\s*")]
    private static partial Regex Breaks();
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Workbench.Data.Conversion;

/// <summary>
/// The corporate actions of a share as LEAN writes them: rows of <c>yyyyMMdd,price factor,split factor[,reference price]</c>,
/// oldest first. The row that counts for a day is the first whose date is not before it.
/// </summary>
sealed class FactorFile : IAdjustments
{
    const int MarkLetters = 8;

    readonly string path;
    readonly List<long> days = [];
    readonly List<Adjustment> adjustments = [];

    FactorFile(string path, string mark) => (this.path, Mark) = (path, mark);

    /// <summary>Beginning of the SHA-256 of the file's text, and behind what was asked for of it.</summary>
    public string Mark { get; }

    /// <summary>The splits that its factors step at, oldest first.</summary>
    public IReadOnlyList<ToldSplit> Splits =>
        [.. adjustments.Zip(adjustments.Skip(1)).Select((pair, at) => new ToldSplit(days[at] + UtcNanos.Day, pair.Second.Split / pair.First.Split)).Where(split => split.Ratio != 1)];

    /// <summary>Reads and checks the whole file.</summary>
    /// <exception cref="WorkbenchException">It is not there, cannot be read, or contradicts itself.</exception>
    public static FactorFile Read(string path)
    {
        if (!File.Exists(path))
        {
            throw ConversionErrors.NoFactorFile(path);
        }

        var bytes = File.ReadAllBytes(path);
        var factors = new FactorFile(path, Convert.ToHexStringLower(SHA256.HashData(bytes))[..MarkLetters]);
        var lines = Encoding.UTF8.GetString(bytes).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Trim() is { Length: > 0 } line)
            {
                factors.Add(line, i + 1);
            }
        }

        return factors.days.Count > 0 ? factors : throw ConversionErrors.BadFactors(path, 1, "", "the file holds no factor");
    }

    /// <summary>Its factors for what is asked for alone.</summary>
    public FactorFile Only(AdjustFor what)
    {
        var some = new FactorFile(path, $"{what.ToString().ToLowerInvariant()}-{Mark}");
        some.days.AddRange(days);
        some.adjustments.AddRange(adjustments.Select(each => each.Only(what)));
        return some;
    }

    /// <inheritdoc/>
    public Adjustment Of(long day)
    {
        var at = days.BinarySearch(day);
        at = at < 0 ? ~at : at;
        return at < days.Count ? adjustments[at] : throw ConversionErrors.FactorsEnd(path, days[^1], day);
    }

    void Add(string line, int row)
    {
        var cells = line.Split(',');
        if (cells.Length < 3
            || !DateTime.TryParseExact(cells[0], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)
            || !TryFactor(cells[1], out var price) || !TryFactor(cells[2], out var split))
        {
            throw ConversionErrors.BadFactors(path, row, line, "it is not yyyyMMdd,price factor,split factor");
        }

        var day = UtcNanos.From(date);
        if (price <= 0m || split <= 0m)
        {
            throw ConversionErrors.BadFactors(path, row, line, "a factor is not above 0");
        }

        if (days.Count > 0 && day <= days[^1])
        {
            throw ConversionErrors.BadFactors(path, row, line, "its date is not after the one before");
        }

        days.Add(day);
        adjustments.Add(new Adjustment(price, split));
    }

    static bool TryFactor(string text, out decimal factor) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out factor);
}

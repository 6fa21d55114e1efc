using System.Globalization;
using System.Text.Json;
using Workbench.Research.Luck;

namespace Workbench.Research.Tests.Luck;

/// <summary>One of the shared matrices with the values that must come out.</summary>
sealed class LuckSet
{
    LuckSet(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(SharedData.Path("reference/luck/luck.json")));
        Expected = document.RootElement.GetProperty("sets").GetProperty(name).Clone();
        var lines = File.ReadAllLines(SharedData.Path($"reference/luck/{name}.csv"));
        var rows = lines.Skip(1).Where(line => line.Length > 0)
            .Select(line => line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray()).ToList();
        var names = lines[0].Split(',');
        Matrix = new ReturnsMatrix(names, [.. names.Select((_, k) => rows.Select(row => row[k]).ToArray())], 252d);
        Sieve = new Sieve(Matrix);
    }

    public static TheoryData<string> Names => ["noise-512x100", "edge-512x60", "grid-500x40"];

    public JsonElement Expected { get; }

    public ReturnsMatrix Matrix { get; }

    public Sieve Sieve { get; }

    public Winner Winner => Winner.Of(Sieve.Columns[Sieve.Best]);

    public double Variance => Moments.Covariance([.. Sieve.Ratios], [.. Sieve.Ratios]);

    public double ExpectedMaximum => SharpeOdds.ExpectedMaximum(Sieve.Columns.Count, Variance);

    public static LuckSet Load(string name) => new(name);

    public double this[params string[] path] => Find(path).GetDouble();

    public JsonElement Find(params string[] path) => path.Aggregate(Expected, (at, key) => at.GetProperty(key));

    /// <summary>Holds a figure against the file, to 1e-9 of its size.</summary>
    public void Agrees(MetricValue actual, params string[] path)
    {
        if (Find(path).ValueKind == JsonValueKind.Null)
        {
            Assert.Null(actual.Value);
            Assert.NotNull(actual.Reason);
            return;
        }

        var expected = this[path];
        Assert.True(actual.Value is { } value && Math.Abs(value - expected) <= 1e-9 * Math.Max(Math.Abs(expected), 1e-6),
            FormattableString.Invariant($"{string.Join('.', path)}: {actual.Value:R} instead of {expected:R} {actual.Reason}"));
    }
}

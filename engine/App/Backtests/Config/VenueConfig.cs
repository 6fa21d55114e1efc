using System.Globalization;
using System.Security.Cryptography;
using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>The part of a run's configuration that says how the simulated venue fills: a word or a few for each model.</summary>
sealed record VenueConfig
{
    /// <summary>Names of the settings.</summary>
    public static IReadOnlyList<string> Names { get; } = ["limitFill", "arrival", "path", "latency", "slippage", "liquidity", "queue", "resolve"];

    public LimitFillRule LimitFill { get; init; }

    public ArrivalRule Arrival { get; init; }

    public IntrabarPath Path { get; init; }

    public ILatencyModel Latency { get; init; } = ConstantLatency.None;

    public ISlippageModel Slippage { get; init; } = TickSlippage.None;

    public ILiquidityModel Liquidity { get; init; } = UnlimitedLiquidity.Instance;

    public BarSpec Resolve { get; init; }

    public IQueueModel Queue { get; init; } = RiskAverseQueue.Instance;

    /// <summary>Takes a setting.</summary>
    /// <exception cref="FormatException">It says nothing known.</exception>
    public VenueConfig With(string name, string text, string config) => name switch
    {
        "limitFill" => this with { LimitFill = ModelText.Name<LimitFillRule>(name, text) },
        "arrival" => this with { Arrival = ModelText.Name<ArrivalRule>(name, text) },
        "path" => this with { Path = ModelText.Name<IntrabarPath>(name, text) },
        "latency" => this with { Latency = Measured(ModelText.Latency(text), config) },
        "slippage" => this with { Slippage = ModelText.Slippage(text) },
        "liquidity" => this with { Liquidity = ModelText.Liquidity(text) },
        "resolve" => this with { Resolve = BarSpec.Parse(text, null) },
        _ => this with { Queue = ModelText.Queue(text) },
    };

    /// <summary>The run's configuration with this venue.</summary>
    public RunConfig Apply(RunConfig config) => config with
    {
        LimitFill = LimitFill,
        Arrival = Arrival,
        Path = Path,
        Latency = Latency,
        Slippage = Slippage,
        Liquidity = Liquidity,
        Queue = Queue,
        Resolve = Resolve,
    };

    /// <summary>Measured latencies are read from their file: one number of milliseconds a line, as a recorded session leaves them.</summary>
    static ILatencyModel Measured(ILatencyModel model, string config)
    {
        if (model is not MeasuredLatency measured)
        {
            return model;
        }

        var path = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(config))!, measured.Name);
        if (!File.Exists(path))
        {
            throw CliErrors.NotFound("The file of measured latencies", path, "ls " + System.IO.Path.GetDirectoryName(path));
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))[..12];
        var samples = File.ReadAllLines(path).Select((line, at) => (Text: line.Trim(), Number: at + 1)).Where(line => line.Text.Length > 0)
            .Select(line => decimal.TryParse(line.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var millis)
                ? (long)(millis * UtcNanos.Millisecond)
                : throw CliErrors.BadConfig(path, $"line {line.Number}: '{line.Text}' is no number of milliseconds."))
            .ToList();
        return samples.Count > 0
            ? new MeasuredLatency($"{measured.Name} sha256:{hash}", samples)
            : throw CliErrors.BadConfig(path, "it holds no latency.");
    }
}

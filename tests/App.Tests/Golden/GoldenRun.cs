using System.Text.Json;
using System.Text.Json.Serialization;
using Workbench.App;
using Workbench.Core;
using Workbench.Data.Importers;
using Workbench.Data.Instruments;
using Workbench.Data.Lake;
using Workbench.Model;

namespace Workbench.App.Tests.Golden;

/// <summary>What a script must decide on given data, to the byte; one file of it in tests/Golden for each script in strategies/.</summary>
/// <param name="Script">The script, relative to the checkout.</param>
/// <param name="Data">What it sees, as <c>--data</c> has it, from data/samples; several with spaces between them.</param>
/// <param name="Settings">Parameters that differ from their defaults.</param>
/// <param name="Why">Why the hash is what it is: a sentence whenever it changes.</param>
/// <param name="EventLogHash">The hash over all outputs.</param>
/// <param name="Orders">Orders sent.</param>
/// <param name="Trades">Round trips closed.</param>
/// <param name="EndEquity">Equity at the end.</param>
/// <param name="Recording">Recorded messages of a venue in ../shared/data that the data are imported from; null for data/samples.</param>
sealed record GoldenRun(
    string Script, string Data, IReadOnlyList<string> Settings, string Why, string EventLogHash, long Orders, long Trades, string EndEquity, string? Recording = null)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static GoldenRun Read(string file) => JsonSerializer.Deserialize<GoldenRun>(File.ReadAllText(file), Json)!;

    public void Write(string file) => File.WriteAllText(file, JsonSerializer.Serialize(this, Json) + "\n");

    /// <summary>Runs it as it is now.</summary>
    public GoldenRun RunNow(string output)
    {
        var workspace = Workspace.Find();
        var lake = Recording is null ? Support.Repository.Path("data/samples") : output + "-lake";
        if (Recording is not null)
        {
            Import(workspace.OpenLake(lake));
        }

        var request = new BacktestRequest
        {
            Script = Support.Repository.Path(Script),
            Data = [.. Data.Split(' ').Select(DataRequest.Parse)],
            Lake = lake,
            Settings = Settings,
            Currency = Recording is null ? null : InstrumentTable.BuiltIn.Find(DataRequest.Parse(Data.Split(' ')[0]).Symbol).QuoteCurrency,
            Out = output,
        };
        var document = new Backtest(workspace, workspace.OpenLake(request.Lake)).Run(request, error => throw error, null, CancellationToken.None).Document;
        return this with
        {
            EventLogHash = document.EventLogHash,
            Orders = document.Orders.Submitted,
            Trades = document.Trades,
            EndEquity = document.Equity.End.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
    }

    void Import(ParquetLake lake)
    {
        foreach (var asked in Data.Split(' ').Select(DataRequest.Parse))
        {
            var options = new ImportOptions { Kind = asked.Kind };
            using var tape = ImportFormats.Open("binance-capture", Support.SharedData.Path(Recording!), InstrumentTable.BuiltIn.Find(asked.Symbol), options).Single();
            _ = asked.Kind == DataKind.Depth ? lake.Write(tape.Depth!, tape.Source) : lake.Write(tape.Trades!, tape.Source);
        }
    }
}

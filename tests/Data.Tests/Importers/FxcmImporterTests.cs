using Workbench.Data.Importers;
using Workbench.Data.Instruments;

namespace Workbench.Data.Tests.Importers;

public sealed class FxcmImporterTests
{
    [SharedDataFact]
    public void A_pair_of_files_becomes_two_tapes_stamped_at_the_close()
    {
        var tapes = ImportFormats.Open("fxcm", SharedData.Path("fx-bars-csv/fxcm"), InstrumentTable.BuiltIn.Find("USDJPY"), new ImportOptions());
        Assert.Equal(["1m@bid", "1m@ask"], tapes.Select(tape => tape.Name));
        var asks = Importing.Bars(tapes[1]);
        Assert.Equal(28_761, asks.Count);
        Assert.Equal(28_761, Importing.Drain(tapes[0]).Count);
        Assert.Equal("2013-01-31T23:59:00Z", UtcNanos.ToIso(asks[0].OpenNanos));
        Assert.Equal((91.717m, 91.655m), (asks[0].Open, asks[0].Close));
    }
}

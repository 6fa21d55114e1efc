using Workbench.Model;

namespace Workbench.App;

/// <summary>What the gate for data and the verb that checks them say: codes from WB4470 on, of which the room Data has some, too.</summary>
static class DataGateErrors
{
    public static WorkbenchException Refused(DataIdentity data, string option) => new("WB4470", ExitCode.Data,
        $"The check refuses the data: {data.Instrument} {data.Kind}, {data.QualityNote}.",
        $"./run.sh data repair {data.Instrument}:{data.Kind}, or the same with {option}");

    public static WorkbenchException NoSuchSource(string against, string symbol, IEnumerable<string> known) => new("WB4471", ExitCode.NotFound,
        $"'{against}' is neither a folder with a lake, nor a database, nor a source or kind of {symbol} here. There is {string.Join(", ", known)}.",
        $"./run.sh data check {symbol} --against DIR, with the lake that holds the other source");
}

using System.CommandLine;

namespace Workbench.App;

/// <summary><c>data …</c>: what goes into the lake, and what is in it.</summary>
static class DataVerb
{
    public static Command Make(Workspace workspace) => new("data", "Get, import, check, repair, convert, export and list market data")
    {
        DataGetVerb.Make(workspace),
        DataSourcesVerb.Make(workspace),
        DataImportVerb.Make(workspace),
        DataGenerateVerb.Make(workspace),
        DataListVerb.Make(workspace),
        DataCopyVerb.Make(workspace),
        DataDbVerb.Make(),
        DataForgetVerb.Make(workspace),
        DataCheckVerb.Make(workspace),
        DataRepairVerb.Make(workspace),
        DataConvertVerb.Make(workspace),
        DataExportVerb.Make(workspace),
    };
}

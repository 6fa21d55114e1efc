namespace Workbench.Data.Actions;

/// <summary>What can be wrong with the dividends and splits of the lake (WB2778), in words for people.</summary>
static class ActionErrors
{
    public static WorkbenchException Damaged(string file, string cause) => new("WB2778", ExitCode.Data,
        $"{file} is damaged: {cause}.", "remove it and import the prices again: dividends and splits come with them");
}

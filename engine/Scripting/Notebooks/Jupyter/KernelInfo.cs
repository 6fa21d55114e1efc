using System.Text.Json.Nodes;

namespace Workbench.Scripting.Notebooks;

/// <summary>What the kernel says of itself.</summary>
static class KernelInfo
{
    /// <summary>Answer to a <c>kernel_info_request</c>.</summary>
    public static JsonObject Answer()
    {
        var version = typeof(KernelInfo).Assembly.GetName().Version!.ToString(3);
        return new JsonObject
        {
            ["status"] = "ok",
            ["protocol_version"] = JupyterCodec.Protocol,
            ["implementation"] = "workbench",
            ["implementation_version"] = version,
            ["language_info"] = new JsonObject
            {
                ["name"] = "C#",
                // Written out, because asking the compiler would load it into this process, which needs it for nothing else.
                ["version"] = "14.0",
                ["mimetype"] = "text/x-csharp",
                ["file_extension"] = ".csx",
                ["pygments_lexer"] = "csharp",
                ["codemirror_mode"] = "text/x-csharp",
                ["nbconvert_exporter"] = "script",
            },
            ["banner"] = $"Workbench {version}: C# strategies in cells. #!help lists what a cell may begin with.",
            ["help_links"] = new JsonArray(new JsonObject { ["text"] = "C#", ["url"] = "https://learn.microsoft.com/dotnet/csharp/" }),
            ["debugger"] = false,
        };
    }
}

using System.Text.Json.Nodes;

namespace Workbench.Simulators.Binance;

/// <summary>An answer that says no: HTTP status, the venue's code and text.</summary>
sealed class BinanceRefusal(int status, int code, string text, JsonNode? data = null) : Exception(text)
{
    public int Status => status;

    public int Code => code;

    public JsonObject Body
    {
        get
        {
            // A code of 0 stands for the bodies that were seen without any.
            var body = code == 0 ? new JsonObject { ["msg"] = Message } : new JsonObject { ["code"] = code, ["msg"] = Message };
            if (data is not null)
            {
                body["data"] = data.DeepClone();
            }

            return body;
        }
    }

    public JsonNode? Details => data;
}

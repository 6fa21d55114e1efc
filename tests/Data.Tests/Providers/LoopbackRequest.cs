namespace Workbench.Data.Tests.Providers;

/// <summary>What a client asked.</summary>
/// <param name="Target">Path and query as they stood on the wire.</param>
/// <param name="Headers">Lines of its head.</param>
sealed record LoopbackRequest(string Target, IReadOnlyList<string> Headers)
{
    public static async Task<LoopbackRequest> Read(StreamReader reader)
    {
        var first = await reader.ReadLineAsync() ?? throw new IOException("nothing was asked");
        var headers = new List<string>();
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            headers.Add(line);
        }

        return new LoopbackRequest(first.Split(' ')[1], headers);
    }
}

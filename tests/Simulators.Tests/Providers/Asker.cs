using System.Net;
using System.Text.Json.Nodes;
using Workbench.Simulators.Providers;

namespace Workbench.Simulators.Tests.Providers;

/// <summary>Asks a provider as a client would.</summary>
sealed class Asker(ProviderSimulator provider) : IDisposable
{
    readonly HttpClient http = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = provider.BaseUri, Timeout = TimeSpan.FromSeconds(30) };

    public Task<HttpResponseMessage> Ask(string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return http.SendAsync(request);
    }

    public async Task<byte[]> Bytes(string path)
    {
        using var answer = await Ask(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    public async Task<JsonNode> Json(string path, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string Value)[] headers)
    {
        using var answer = await Ask(path, headers);
        Assert.Equal(status, answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    public void Dispose() => http.Dispose();
}

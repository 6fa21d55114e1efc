using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Workbench.App;

/// <summary>Speaks to a running session.</summary>
static class ControlClient
{
    /// <summary>Longest path that every system takes for a socket.</summary>
    const int MostLetters = 100;

    /// <summary>Asks a session.</summary>
    /// <returns>Its answer.</returns>
    /// <exception cref="Model.WorkbenchException">It does not run, does not answer, or refuses.</exception>
    public static JsonDocument Ask(SessionFolder folder, string verb, string text, TimeSpan patience)
    {
        try
        {
            var token = File.ReadAllText(folder.Token);
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            {
                SendTimeout = (int)patience.TotalMilliseconds, ReceiveTimeout = (int)patience.TotalMilliseconds,
            };
            socket.Connect(new UnixDomainSocketEndPoint(Reachable(folder.Socket)));
            using var stream = new NetworkStream(socket);
            stream.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new ControlRequest(token, verb, text)) + "\n"));
            using var reader = new StreamReader(stream, Encoding.UTF8);
            var answer = JsonDocument.Parse(reader.ReadLine() ?? throw SessionErrors.NotRunning(folder.Id));
            if (answer.RootElement.TryGetProperty("error", out var error))
            {
                throw error.GetString() == ControlAnswer.WrongToken ? SessionErrors.WrongToken(folder.Id) : SessionErrors.NotRunning(folder.Id);
            }

            return answer;
        }
        catch (Exception silent) when (silent is IOException or SocketException or UnauthorizedAccessException or JsonException)
        {
            throw SessionErrors.NotRunning(folder.Id);
        }
    }

    /// <summary>A path for the socket that is short enough: seen from the working folder where it is long.</summary>
    public static string Reachable(string path) =>
        path.Length <= MostLetters ? path : Path.GetRelativePath(Environment.CurrentDirectory, path) is { Length: <= MostLetters } near ? near : path;
}

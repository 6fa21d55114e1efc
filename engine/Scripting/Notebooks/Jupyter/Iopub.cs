using System.Text;
using System.Text.Json.Nodes;

namespace Workbench.Scripting.Notebooks;

/// <summary>What all front ends are told, each message under the header of the request that it follows from.</summary>
sealed class Iopub(PublisherSocket socket, JupyterCodec codec)
{
    readonly Lock gate = new();

    public void Publish(string type, byte[] parent, JsonObject content)
    {
        // One at a time, so that two threads' messages are numbered and sent in one order.
        lock (gate)
        {
            socket.Publish(codec.Encode([Encoding.ASCII.GetBytes(type)], type, parent, content));
        }
    }

    /// <summary>Whether the kernel works on that request.</summary>
    public void Status(string state, byte[] parent) => Publish("status", parent, new JsonObject { ["execution_state"] = state });
}

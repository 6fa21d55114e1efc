"""Uses an installed kernel through Jupyter's own client, as somebody else's front end would, and prints what it met with as one JSON document.

Called as: peer.py KERNEL_NAME
"""
import json
import sys
import time

from jupyter_client.manager import KernelManager

PATIENCE = 120


def main(name):
    manager = KernelManager(kernel_name=name)
    began = time.monotonic()
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    met = {"info": client.kernel_info(reply=True, timeout=PATIENCE)["content"]}
    met["readySeconds"] = time.monotonic() - began
    # Jupyter's own way to be sure that the kernel's output is heard.
    client.wait_for_ready(timeout=PATIENCE)
    began = time.monotonic()
    met["first"] = run(client, "var kept = 40; kept + 2")
    met["firstSeconds"] = time.monotonic() - began
    began = time.monotonic()
    met["second"] = run(client, "kept + 3")
    met["secondSeconds"] = time.monotonic() - began
    met["printed"] = run(client, 'Console.WriteLine("out"); Console.Error.WriteLine("err");')
    met["updated"] = run(client, 'var shown = "one".Display(); shown.Update("two");')
    met["failed"] = run(client, "\nint wrong = nothing;")
    met["complete"] = client.complete('"🦓"; kep', 9, reply=True, timeout=PATIENCE)["content"]
    met["inspect"] = client.inspect("kept", 2, reply=True, timeout=PATIENCE)["content"]
    met["whole"] = reply(client, client.is_complete("kept"))
    met["half"] = reply(client, client.is_complete("if (kept > 1) {"))
    met["history"] = client.history(hist_access_type="tail", n=2, reply=True, timeout=PATIENCE)["content"]
    met["input"] = run(client, "Console.ReadLine()")
    met["asked"] = interrupted(manager, client, 'Console.WriteLine("waits"); await System.Threading.Tasks.Task.Delay(-1, Workbench.Scripting.Notebooks.CellContext.Current.Interrupt);')
    met["afterAsked"] = run(client, "kept")
    met["looped"] = interrupted(manager, client, 'Console.WriteLine("loops"); while (true) { }')
    met["afterLooped"] = run(client, "40 + 4")
    met["exited"] = run(client, "Environment.Exit(7);")
    met["afterExited"] = run(client, "40 + 5")
    met["heartbeat"] = client.hb_channel.is_beating()
    manager.shutdown_kernel(restart=False)
    met["alive"] = manager.is_alive()
    json.dump(met, sys.stdout)


def run(client, code):
    """Runs a cell; its reply, and type and content of all that was told of it."""
    told = []
    answer = client.execute_interactive(code, output_hook=lambda message: told.append([message["msg_type"], message["content"]]), allow_stdin=False, timeout=PATIENCE)
    return {"reply": answer["content"], "told": told}


def interrupted(manager, client, code):
    """Runs a cell that does not end, and interrupts it once it prints; its reply."""
    asked = client.execute(code)
    while client.get_iopub_msg(timeout=PATIENCE)["msg_type"] != "stream":
        pass
    manager.interrupt_kernel()
    return {"reply": reply(client, asked)}


def reply(client, asked):
    """The reply to a request."""
    while True:
        message = client.get_shell_msg(timeout=PATIENCE)
        if message["parent_header"].get("msg_id") == asked:
            return message["content"]


main(sys.argv[1])

"""Runs a command at a terminal and says what somebody who sits there would see. Steps are read from standard input, one a line:
await TEXT, type TEXT, size ROWS COLUMNS, raw, signal NAME, end."""
import fcntl, os, pty, select, signal, struct, sys, termios, time

PATIENCE = 60


def resize(fd, rows, columns):
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def fail(step, screen):
    sys.exit("not so: %s; on the screen is: %r" % (step, screen))


pid, fd = pty.fork()
if pid == 0:
    resize(0, 31, 97)
    os.execvp(sys.argv[1], sys.argv[1:])
before = termios.tcgetattr(fd)  # At once: a quick command has the terminal within 0.2 s.
screen = ""


def read(seconds):
    global screen
    if select.select([fd], [], [], seconds)[0]:
        try:
            screen += os.read(fd, 65536).decode("utf-8", "replace")
            return True
        except OSError:
            return False
    return True


def wait_for(step, goal):
    end = time.time() + PATIENCE
    while not goal():
        if time.time() > end or not read(0.1):
            if not goal():
                fail(step, screen)


def is_raw():
    return not termios.tcgetattr(fd)[3] & (termios.ICANON | termios.ECHO | termios.ISIG)


for step in sys.stdin.read().splitlines():
    verb, _, rest = step.partition(" ")
    if verb == "await":
        wait_for(step, lambda: rest in screen)
        screen = screen[screen.index(rest) + len(rest):]
    elif verb == "raw":
        wait_for(step, is_raw)
    elif verb == "type":
        os.write(fd, rest.encode().decode("unicode_escape").encode("latin-1"))
    elif verb == "size":
        resize(fd, *map(int, rest.split()))
    elif verb == "signal":
        os.kill(pid, getattr(signal, "SIG" + rest))
    elif verb == "end":
        status = None
        end = time.time() + PATIENCE
        while status is None and time.time() < end:
            read(0.05)
            done, value = os.waitpid(pid, os.WNOHANG)
            status = value if done else None
        if status is None:
            fail(step, screen)
        print("exit", os.WEXITSTATUS(status) if os.WIFEXITED(status) else -os.WTERMSIG(status))
print("terminal", "as before" if termios.tcgetattr(fd) == before else "changed")

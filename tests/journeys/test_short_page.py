"""A network is registered by keyboard alone, in the time a slow typist takes."""

from tests.journeys.harness.looking import look

# What a slow typist presses in two minutes: two and a half keys a second.
MOST_KEYS = 300


def test_a_network_is_registered_by_keyboard_within_two_minutes_of_typing(cast, visit):
    page, pressed = visit(cast.priya), 0

    def key(name, times=1):
        nonlocal pressed
        for _ in range(times):
            page.keyboard.press(name)
        pressed += times

    def write(text):
        nonlocal pressed
        page.keyboard.type(text)
        pressed += len(text)

    page.goto("/partnerships/new/")
    look(page)
    page.get_by_label("Name of the partnership").focus()
    write("Skate Network")
    key("Tab")
    write("People who skate in Thornford know each other and share what they have.")
    key("Tab")
    key("Space")
    key("Tab", 3)
    write("Wexmere Police")
    key("Enter")
    write("Thornford Skate Club")
    key("Tab", 7)
    assert page.evaluate("document.activeElement.innerText").strip() == "Register it"
    key("Enter")
    page.wait_for_url(lambda address: not address.endswith("/new/"))

    said = page.inner_text("main")
    assert all(told in said for told in ("Thornford Skate Club", "Coordinator: Priya Nair"))
    assert pressed < MOST_KEYS

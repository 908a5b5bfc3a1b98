"""Who leads each record: which have nobody to lead them, who could take them on, handing over."""
